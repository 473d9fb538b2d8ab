using System.Globalization;

namespace ConferenceBot.Sandbox.Faults;

/// <summary>What a person is told about a fault and how the bot gets over it.</summary>
internal static class RecoverySentence
{
    /// <param name="broken">How long it was or has been broken.</param>
    /// <param name="since">How long since it was put right.</param>
    public static string Of(Recovery recovery, TimeSpan broken, TimeSpan since) => recovery.State switch
    {
        RecoveryState.Broken => Broken(recovery),
        RecoveryState.Recovering => "Put right. The bot is catching up" + Waits(recovery) + ".",
        _ => Recovered(recovery, Seconds(broken), Seconds(since)),
    };

    private static string Broken(Recovery recovery) => recovery.Part switch
    {
        "graph" when recovery.Mode is "410" or "empty" or "repeat" => "Calendars take longer to read. Nothing need be done.",
        "graph" when recovery.SeenUnread => "Calendars cannot be read. The bot says so in its health page and keeps trying.",
        "graph" => "Calendars cannot be read. The bot has not needed one yet.",
        "mailbox" when recovery.Mode is "410" or "empty" or "repeat" => "One calendar takes longer to read. Nothing need be done.",
        "mailbox" when recovery.Mode is "404" or "403" =>
            "One calendar can no longer be read. The bot's health page says so; the others are read as before.",
        "mailbox" => "One calendar cannot be read. The bot keeps trying; the others are read as before.",
        "directory" when recovery.Mode == "skew" => "The clock of Microsoft is ahead. Nothing need be done.",
        "directory" => "People cannot be looked up. Nobody who is not known already is contacted.",
        "notices" when recovery.Mode is "twice" or "reordered" => "News arrives in disorder. Nothing need be done.",
        "notices" => "The bot is not told of changes. It looks at the calendars by itself, a little later.",
        "connector" when recovery.GivenUp > 0 => $"{Cards(recovery.GivenUp)} refused for good; the bot's health page shows them.",
        "connector" when recovery.NotReached > 0 =>
            $"{Cards(recovery.NotReached)} waiting for the bot to be installed for the person; the bot's health page shows them.",
        "connector" when recovery.Mode == "late" => "Messages arrive, but the bot is not told so. It sends again what it is not sure of, so a card may be seen twice.",
        "connector" when recovery.MostWaiting > 0 => $"Messages do not get through. {Cards(recovery.MostWaiting)} waiting to go out.",
        "connector" => "Messages do not get through. The bot has had nothing to send yet.",
        "clock" => "The bot cannot ask the time. It keeps the time it knew and decides nothing too early.",
        "database" => "Nothing can be saved. Whoever presses a button is told to try again.",
        "host" => "The bot's program has ended. Everything it had promised is written down.",
        _ => "Broken.",
    };

    private static string Recovered(Recovery recovery, string broken, string since)
    {
        var what = recovery.Part switch
        {
            "graph" when recovery.Mode is "410" or "empty" or "repeat" => $"The bot read calendars the long way round for {broken}",
            "graph" => $"The bot could not read calendars for {broken}",
            "mailbox" when recovery.Mode is "410" or "empty" or "repeat" => $"The bot read one calendar the long way round for {broken}",
            "mailbox" => $"The bot could not read one calendar for {broken}",
            "directory" when recovery.Mode == "skew" => $"The clock of Microsoft was ahead for {broken}",
            "directory" => $"The bot could not look people up for {broken}",
            "notices" when recovery.Mode is "twice" or "reordered" => $"News arrived in disorder for {broken}",
            "notices" when recovery.Mode == "removed" => "Microsoft ended what the bot had asked to be told of",
            "notices" when recovery.Mode == "expired" => "What the bot had asked to be told of ran out",
            "notices" when recovery.Mode == "reauthorize" => "Microsoft asked whether the bot still wants to be told",
            "notices" when recovery.Mode == "missed" => "Microsoft said that some news was lost",
            "notices" => $"The bot was not told of changes for {broken}",
            "connector" when recovery.Mode == "late" => $"The bot was not told for {broken} whether its messages had arrived",
            "connector" => $"The bot could not send messages for {broken}",
            "clock" => $"The bot could not ask the time for {broken}",
            "database" => $"The bot could save nothing for {broken}",
            "tokens" => "Teams signs with a new key",
            "host" when recovery.Mode == "kill" => $"The bot's program was gone for {broken}",
            "host" => "The bot's program was started again",
            _ => "It was broken",
        };
        var after = recovery.Part switch
        {
            "tokens" => $"; the bot accepted it within {since}.",
            _ => $"; {since} later it had caught up.",
        };
        return $"{what}{after} {Outcome(recovery)}";
    }

    private static string Outcome(Recovery recovery) => (recovery.GivenUp, recovery.NotReached, recovery.MostWaiting) switch
    {
        ( > 0, _, _) => $"{Cards(recovery.GivenUp)} still refused and shown in the bot's health page; the person gets it when they next use the bot.",
        (_, > 0, _) => $"{Cards(recovery.NotReached)} waiting for the person's next word to the bot; the bot's health page shows them.",
        (_, _, > 0) => $"Nothing was lost: {recovery.MostWaiting} waiting {(recovery.MostWaiting == 1 ? "card" : "cards")} went out.",
        _ when recovery is { Part: "graph" or "mailbox", SeenUnread: true } => "Nothing was lost: they have been read to the end.",
        _ => "Nothing was lost: nothing had been waiting.",
    };

    private static string Waits(Recovery recovery) => recovery.Waiting switch
    {
        null => "; it does not answer yet",
        [] => "",
        var waiting => ": " + string.Join(", ", waiting.Select(Word).Distinct()),
    };

    private static string Word(string waiting) => waiting.Split(':') switch
    {
        ["mailboxes", ..] => "calendars to read",
        ["changes", ..] => "calendars to look at again",
        ["deliveries", var count] => $"{count} to send",
        ["updates", var count] => $"{count} to bring up to date",
        _ => "something is due",
    };

    private static string Cards(int count) => count == 1 ? "One card is" : $"{count} cards are";

    private static string Seconds(TimeSpan time) => time.TotalSeconds < 1
        ? "a second"
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(time.TotalSeconds)} s");
}
