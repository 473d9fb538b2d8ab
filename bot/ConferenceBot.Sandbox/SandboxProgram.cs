namespace ConferenceBot.Sandbox;

internal static class SandboxProgram
{
    private static void Main(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.Run();
    }
}
