using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.Preparation;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Tests.Cards;

internal static partial class CardSamples
{
    public static PromptContent Prompt() => new(
        Line, PromptStep.Invitation, At(12, 17), LateBooked: false, Overdue: false, Form: true,
        new ChairPart(At(12, 17), null), Family(FamilyAnswer.NotAnswered, null),
        Procedure.Grounds, [], null, Today, Duty, FromList: false);

    public static FamilyPart Family(FamilyAnswer answer, DateOnly? on, string? why = null, bool notSafe = false, bool paused = false) =>
        new(At(12, 17), answer, on, why, notSafe, paused, Procedure.WhyNotYet);

    private static PromptContent Settled() => Prompt() with
    {
        Form = false,
        NextDue = null,
        Chair = new ChairPart(At(12, 17), new DateOnly(2026, 5, 8)),
        Family = Family(FamilyAnswer.All, new DateOnly(2026, 5, 11)),
        AnsweredAt = At(11, 10, 42),
    };

    private static IEnumerable<(string Name, CardContent Content)> Prompts()
    {
        var prompt = Prompt();
        var settled = Settled();
        yield return ("prompt", prompt);
        yield return ("prompt-far-away", prompt with
        {
            Conference = Line with { Type = ConferenceType.Review, Start = At(28, 14), End = At(28, 15, 30) },
            NextDue = At(21, 17),
            Chair = new ChairPart(At(21, 17), null),
            Family = Family(FamilyAnswer.NotAnswered, null) with { Due = At(20, 17) },
        });
        yield return ("prompt-moved-from-list", prompt with { Conference = Line with { Moved = true }, FromList = true });
        yield return ("prompt-late-booked", prompt with { LateBooked = true, NextDue = At(14, 10) });
        yield return ("prompt-overdue", prompt with { Overdue = true, Step = PromptStep.Overdue, Today = new DateOnly(2026, 5, 13) });
        yield return ("prompt-half-answered", prompt with
        {
            AnsweredAt = At(11, 10, 42),
            Chair = new ChairPart(At(12, 17), new DateOnly(2026, 5, 8)),
            Family = Family(FamilyAnswer.Some, new DateOnly(2026, 5, 10), "interpreter"),
        });
        yield return ("prompt-answered-more-due", prompt with
        {
            Form = false,
            AnsweredAt = At(11, 10, 42),
            Chair = new ChairPart(At(12, 17), new DateOnly(2026, 5, 8)),
            Family = Family(FamilyAnswer.NotYet, null, "dateArranged"),
        });
        yield return ("prompt-support", prompt with
        {
            AnsweredAt = At(8, 10, 42),
            Family = Family(FamilyAnswer.NotYet, null, "notReached"),
            Sent = [new Sent(FlagKind.SupportToShare, FlagState.Sent, At(11, 10, 42), At(13, 17))],
        });
        yield return ("prompt-police", prompt with { Family = null });
        yield return ("prompt-police-settled", settled with { Family = null });
        yield return ("prompt-correcting", settled with { Form = true });
        yield return ("prompt-settled", settled);
        yield return ("prompt-settled-from-list", settled with { FromList = true });
        yield return ("prompt-settled-restricted", settled with
        {
            Family = Family(FamilyAnswer.NotAnswered, null, paused: true),
            Sent = [new Sent(FlagKind.RestrictedInformation, FlagState.Sent, At(11, 10, 42), null)],
        });
        yield return ("prompt-settled-not-safe", settled with
        {
            Family = Family(FamilyAnswer.Some, new DateOnly(2026, 5, 10), notSafe: true, paused: true),
            Sent = [new Sent(FlagKind.RestrictedInformation, FlagState.Planned, At(11, 10, 42), null)],
        });
        yield return ("prompt-settled-flag", settled with
        {
            Sent = [new Sent(FlagKind.SafetyConcern, FlagState.Sent, At(11, 10, 42), At(11, 14, 42))],
        });
        foreach (var state in new[] { FlagState.Read, FlagState.Withdrawn, FlagState.Expired })
            yield return ($"prompt-settled-flag-{state}".ToLowerInvariant(), settled with
            {
                Sent = [new Sent(FlagKind.SafetyConcern, state, At(11, 10, 42), null)],
            });
        foreach (var step in new[] { PromptStep.HalfWay, PromptStep.DayBefore })
            yield return ($"prompt-{step}".ToLowerInvariant(), prompt with { Step = step });
        foreach (var type in new[]
        {
            ConferenceType.FirstReview, ConferenceType.PreBirth, ConferenceType.TransferIn, ConferenceType.Reconvened,
        })
            yield return ($"prompt-type-{type}".ToLowerInvariant(), prompt with { Conference = Line with { Type = type } });
        yield return ("prompt-own-choices", prompt with
        {
            Grounds = [new Choice("thirdParty"), new Choice("ours", "**Our** own [ground](https://example.org)")],
        });
    }

    private static IEnumerable<(string Name, CardContent Content)> Lists()
    {
        var todo = new ListItem(Stamp, Line, ListState.ToDo, At(12, 17));
        var overdue = new ListItem(
            new CardStamp(new Guid("8d1b44a0-55a2-4f0a-9f3c-6f8d5c2b7e11"), 1),
            Line with { Reference = new CaseReference("BR-739"), Type = ConferenceType.FirstReview, Start = At(15, 13, 30) },
            ListState.Overdue, At(8, 17));
        var settled = todo with { Conference = Line with { Reference = new CaseReference("WH-256"), Moved = true }, State = ListState.Settled, NextDue = null };
        var chairing = todo with { Conference = Line with { Reference = new CaseReference("ZG-924") }, State = ListState.Chairing, NextDue = null };
        var gone = todo with { Card = null, Conference = Line with { Reference = new CaseReference("DD-555") }, State = ListState.Gone, NextDue = null };
        yield return ("digest", new DigestContent([overdue, todo]));
        yield return ("digest-one-left", new DigestContent([todo, settled, gone]));
        yield return ("digest-settled", new DigestContent([settled, settled]));
        yield return ("my-conferences", new MyConferencesContent([overdue, todo, settled, chairing, gone], Unknown: false));
        yield return ("my-conferences-many", new MyConferencesContent([.. Enumerable.Repeat(todo, 25)], Unknown: false));
        yield return ("my-conferences-one", new MyConferencesContent([todo], Unknown: false));
        yield return ("my-conferences-none", new MyConferencesContent([], Unknown: false));
        yield return ("my-conferences-unknown", new MyConferencesContent([], Unknown: true));
        yield return ("help", new HelpContent(Welcome: false, NotUnderstood: false, Duty));
        yield return ("help-welcome", new HelpContent(Welcome: true, NotUnderstood: false, Duty));
        yield return ("help-not-understood", new HelpContent(Welcome: false, NotUnderstood: true, ""));
        foreach (var why in Enum.GetValues<PutAway>())
            yield return ($"put-away-{why}".ToLowerInvariant(), new PutAwayContent(why, why == PutAway.Replaced ? null : Line));
    }
}
