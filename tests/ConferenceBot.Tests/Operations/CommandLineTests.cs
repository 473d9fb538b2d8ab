using ConferenceBot.Operations;
using ConferenceBot.Workflows;
using Xunit;

namespace ConferenceBot.Tests.Operations;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", nameof(CommandLine.Act.Serve))]
    [InlineData("--Store:Provider Sqlite", nameof(CommandLine.Act.Serve))]
    [InlineData("serve --contentRoot x", nameof(CommandLine.Act.Serve))]
    [InlineData("audit verify", nameof(CommandLine.Act.AuditVerify))]
    [InlineData("calendar check", nameof(CommandLine.Act.CalendarCheck))]
    [InlineData("calendar", nameof(CommandLine.Act.Unknown))]
    [InlineData("help", nameof(CommandLine.Act.Help))]
    [InlineData("--help", nameof(CommandLine.Act.Help))]
    [InlineData("serve -h", nameof(CommandLine.Act.Help))]
    [InlineData("calendar check --all --help", nameof(CommandLine.Act.Help))]
    [InlineData("calendar check everything", nameof(CommandLine.Act.Unknown))]
    public void The_first_words_say_what_to_do(string line, string act) => Assert.Equal(act, Read(line).Act.ToString());

    [Fact]
    public void The_check_takes_its_options_and_leaves_the_settings()
    {
        var command = Read("calendar check --all --council sampleshire --Store:Provider Sqlite --mailbox=2 --environment Development --days 30 --json");

        Assert.Equal(new CalendarCheckRequest("sampleshire", 2, 30, All: true, Json: true), command.Check);
        Assert.Equal(["--Store:Provider", "Sqlite", "--environment", "Development"], command.Settings);
    }

    [Theory]
    [InlineData("--days 0", "--days must be a whole number from 1 to 730.")]
    [InlineData("--days 731", "--days must be a whole number from 1 to 730.")]
    [InlineData("--mailbox first", "--mailbox must be a whole number from 1.")]
    [InlineData("--council", "--council needs a value.")]
    [InlineData("--everything", "calendar check has no option --everything.")]
    [InlineData("--all please", "calendar check has no option please.")]
    public void A_wrong_option_of_the_check_is_named(string line, string fault)
    {
        var command = Read("calendar check " + line);

        Assert.Equal((CommandLine.Act.Unknown, fault), (command.Act, command.Fault));
    }

    [Fact]
    public void Usage_that_was_asked_for_is_no_failure() => Assert.Equal(
        (CommandLine.Success, CommandLine.Usage), (CommandLine.ShowUsage(Read("--help")), CommandLine.ShowUsage(Read("calendar"))));

    private static HostCommand Read(string line) => CommandLine.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
