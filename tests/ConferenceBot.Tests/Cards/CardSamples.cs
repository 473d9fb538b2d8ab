using System.Collections.Immutable;
using ConferenceBot.Domain;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Tests.Cards;

/// <summary>Every card in every state, by name, with invented facts: for golden files, the gallery and the official renderer.</summary>
internal static partial class CardSamples
{
    public static readonly LocalProcedure Procedure = new() { DutyNumber = "01632 960 123" };

    public static CardStamp Stamp { get; } = new(new Guid("5b1f8c1e-2f5d-4c6e-9a77-0d3f6c1b2a90"), 3);

    public static readonly DateOnly Today = new(2026, 5, 11);

    public static readonly ConferenceLine Line = new(
        new CaseReference("KT-482"), ConferenceType.Initial, At(14, 10), At(14, 12), Moved: false);

    public const string Duty = "01632 960 123";

    /// <summary>Text that tries to be something else than text.</summary>
    public const string Hostile =
        "**bold** [a link](https://example.org) <b>tag</b> `code`\r\n# heading\n\n1. one\n- two\u202Eesrever\u0007 {{DATE(2026-05-14T10:00:00Z)}} ${card} \\_";

    /// <summary>Names are file names too.</summary>
    public static ImmutableSortedDictionary<string, CardContent> All { get; } =
        ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, Prompts().Concat(Lists()).Concat(Flags()).Concat(Alerts()).Concat(Escalations()).Concat(People())
                .Concat(Refusals()).Select(s => KeyValuePair.Create(s.Name, s.Content)));

    /// <summary>A time in May 2026 with the local offset.</summary>
    public static DateTimeOffset At(int day, int hour, int minute = 0) =>
        new(2026, 5, day, hour, minute, 0, TimeSpan.FromHours(1));

    private static IEnumerable<(string Name, CardContent Content)> Refusals()
    {
        var kept = ImmutableDictionary.CreateRange(new Dictionary<string, string>
        {
            ["sentToChair"] = "true",
            ["sentOn"] = "2026-06-30",
            ["familyShared"] = "notYet",
            ["whyNotYet"] = "interpreter",
            ["notSafe"] = "false",
            ["hardToSay"] = "ground:thirdParty",
            ["familyTold"] = "willTell",
        });
        yield return ("prompt-refused-date-in-future", Prompt() with { Refusal = new DateInFuture(), Kept = kept });
        yield return ("prompt-refused-stale", Prompt() with { Refusal = new StaleCard(), Kept = kept });
        yield return ("flag-form-refused-too-long", FlagForm() with
        {
            Refusal = new TextTooLong(500),
            Kept = ImmutableDictionary.CreateRange(new Dictionary<string, string>
            {
                ["seen"] = Hostile,
                ["indicators"] = "threat,intimidation,notOnTheList",
                ["parentView"] = "She said that she feels nobody listens.",
                ["familyTold"] = "notSafeToTell",
            }),
        });
        foreach (var refusal in new Refusal[]
        {
            new CardPutAway(), new FamilyToldMissing(), new NotAllowed(), new NotYourCard(), new NothingAnswered(), new TaskClosed(), new TryAgain(),
            new UnknownCard(), new UnknownChoice(), new UnreadableReply(), new NoManagerKnown(),
        })
            yield return ($"prompt-refused-{refusal.GetType().Name}".ToLowerInvariant(), Prompt() with { Refusal = refusal, Kept = kept });
        yield return ("flag-form-refused-seen-missing", FlagForm() with { Refusal = new SeenMissing() });
        yield return ("alert-refused-not-shown", Alert() with { Refusal = new NotShown() });
        yield return ("alert-refused-flag-closed", Alert() with { State = Domain.Flags.FlagState.Withdrawn, Refusal = new FlagClosed() });
        yield return ("escalation-ask-refused-already-decided", Ask() with
        {
            State = Domain.Escalations.EscalationState.TakenOn,
            DecidedAt = At(13, 11, 20),
            ActionBy = new DateOnly(2026, 5, 20),
            Refusal = new AlreadyDecided(),
        });
        yield return ("escalation-ask-refused-no-further-stage", Ask() with { Refusal = new NoFurtherStage() });
        yield return ("escalation-ask-refused-reason-missing", Ask() with { Refusal = new ReasonMissing() });
    }
}
