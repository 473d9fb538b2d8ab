using System.Text.Json.Nodes;
using ConferenceBot.Sandbox.Connector;
using ConferenceBot.Sandbox.Graph;
using ConferenceBot.Sandbox.Page;
using ConferenceBot.Sandbox.Tokens;

namespace ConferenceBot.Sandbox;

/// <summary>The sandbox's web server: which address answers what.</summary>
internal static class SandboxWeb
{
    public static WebApplication Build(Registration registration)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = Environments.Development,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Hosting.HostPaths.WebRoot(AppContext.BaseDirectory),
            ApplicationName = typeof(SandboxWeb).Assembly.GetName().Name,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(registration.Address);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }

    public static void Map(WebApplication app, SandboxServer sandbox)
    {
        var services = sandbox.Services;
        app.UseDefaultFiles();
        app.UseStaticFiles();
        TokenEndpoints.Map(app, services.Tokens, services.Registration);
        GraphEndpoints.Map(app, services.Graph, services.Tokens, services.Faults, services.Machine);
        ConnectorEndpoints.Map(app, services);
        app.MapGet("/clock", async (HttpContext context, CancellationToken cancellationToken) =>
        {
            if (!await services.Faults.BreakAsync("clock", context))
                await new Answer(200, new JsonObject { ["now"] = Iso.Write(services.Clock.Now) }).WriteAsync(context.Response, cancellationToken);
        });
        PageEndpoints.Map(app, sandbox);
    }
}
