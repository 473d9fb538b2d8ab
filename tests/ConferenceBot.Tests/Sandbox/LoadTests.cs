using ConferenceBot.Sandbox;
using ConferenceBot.Sandbox.Council;
using ConferenceBot.Sandbox.Hosting;
using ConferenceBot.Sandbox.Tokens;
using Xunit;

namespace ConferenceBot.Tests.SandboxTests;

/// <summary>Starting with many mailboxes.</summary>
public sealed class LoadTests
{
    [Theory]
    [InlineData("--mailboxes", "0")]
    [InlineData("--mailboxes", "1001")]
    [InlineData("--events", "5001")]
    [InlineData("--events", "10")]
    [InlineData("--mailboxes", "1", "--ics", "file.ics")]
    public void Impossible_loads_are_refused(params string[] args)
    {
        Assert.Null(SandboxArguments.Read(args, out var wrong));
        Assert.NotEmpty(wrong);
    }

    [Fact]
    public void The_bot_is_given_every_mailbox_and_where_it_is_told_of_changes()
    {
        var tenant = TenantFile.Load(SampleCouncil.Folder);
        tenant.LoadMailboxes = SyntheticLoad.Boxes(2);
        var registration = new Registration(Guid.Empty, "secret", tenant.TenantId, "http://127.0.0.1:1");
        var settings = HostSettings.For(tenant, registration, "http://127.0.0.1:2", "/data", "");

        Assert.Equal(["conferences@sampleshire.example", "load.001@sampleshire.example", "load.002@sampleshire.example"],
            Enumerable.Range(0, 3).Select(index => settings[$"Councils__sampleshire__Calendars__Mailboxes__{index}"]));
        Assert.Equal("http://127.0.0.1:2", settings["Councils__sampleshire__Graph__NotificationUrl"]);
    }
}
