using System.Collections.Immutable;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices.Contents;

namespace ConferenceBot.Tests.Cards;

internal static partial class CardSamples
{
    public static FlagFormContent FlagForm() => new(Line, Procedure.ConcernIndicators, Procedure.TextLimit, Duty);

    public static ChairAlertContent Alert() => new(
        Line, FlagKind.SafetyConcern, FlagState.Sent, "Sampleshire Primary", At(11, 10, 42), null, null, null, FamilyTold.WillTell,
        ["threat", "familyConflict"], [], new AlertChoices(Procedure.Grounds, Procedure.ConcernIndicators, Procedure.ChairPlans),
        HasText: true, null, At(11, 14, 42), AsDeputy: false);

    private static IEnumerable<(string Name, CardContent Content)> Flags()
    {
        yield return ("flag-form", FlagForm());
        var receipt = new FlagReceiptContent(
            Line, FlagKind.SafetyConcern, FlagState.Sent, At(11, 10, 42), null, null, null, true, At(11, 14, 42), Duty);
        foreach (var kind in Enum.GetValues<FlagKind>())
        {
            var sent = receipt with { Kind = kind, ReplyBy = kind == FlagKind.SupportToShare ? At(13, 17) : At(11, 14, 42) };
            var name = $"receipt-{kind}-".ToLowerInvariant();
            yield return (name + "sent", sent);
            yield return (name + "nobody-known", sent with { AddresseeKnown = false });
            yield return (name + "stand-in", sent with { Absence = AddresseeAbsence.StandInAsked });
            yield return (name + "nobody-here", sent with { Absence = AddresseeAbsence.NobodyHere, PassedOnAt = At(11, 10, 42) });
            yield return (name + "passed-on", sent with { PassedOnAt = At(11, 14, 42) });
            yield return (name + "read", sent with { State = FlagState.Read, ReadAt = At(11, 11, 5) });
            yield return (name + "planned", sent with { State = FlagState.Planned, ReadAt = At(11, 11, 5), PlannedAt = At(11, 11, 9) });
            yield return (name + "withdrawn", sent with { State = FlagState.Withdrawn });
            yield return (name + "expired", sent with { State = FlagState.Expired });
        }

        var support = new SupportAskContent(Line, FlagState.Sent, At(11, 10, 42), At(13, 17), null);
        yield return ("support-sent", support);
        yield return ("support-read", support with { State = FlagState.Read });
        yield return ("support-planned", support with { State = FlagState.Planned, PlannedAt = At(11, 11, 20) });
        yield return ("support-withdrawn", support with { State = FlagState.Withdrawn });
        yield return ("support-expired", support with { State = FlagState.Expired });
        foreach (var matter in Enum.GetValues<AdministratorMatter>())
            yield return ($"administrator-{matter}".ToLowerInvariant(), new AdministratorItemContent(
                Line, matter, true, At(11, 10, 42), matter >= AdministratorMatter.NotReached ? "Sampleshire Primary" : null));
        yield return ("administrator-done", new AdministratorItemContent(Line, AdministratorMatter.FlagUnread, false, At(11, 10, 42)));
    }

    private static IEnumerable<(string Name, CardContent Content)> Alerts()
    {
        var alert = Alert();
        var read = alert with { State = FlagState.Read, ReadAt = At(11, 11, 5) };
        var planned = read with { State = FlagState.Planned, PlannedAt = At(11, 11, 9), Plans = ["meetBeforehand", "seating"] };
        yield return ("alert-sent", alert);
        yield return ("alert-sent-tomorrow", alert with { RaisedAt = At(11, 16, 42), ReplyBy = At(12, 12, 42), Told = FamilyTold.NotSafeToTell });
        yield return ("alert-family-told", alert with { Told = FamilyTold.Told });
        yield return ("alert-far-away", alert with { Conference = Line with { Start = At(28, 10), End = At(28, 12) } });
        yield return ("alert-deputy", alert with { AsDeputy = true });
        yield return ("alert-restricted", alert with
        {
            Kind = FlagKind.RestrictedInformation, Ground = "criminalEnquiry", Indicators = [], Told = FamilyTold.NotSafeToTell, HasText = false,
        });
        yield return ("alert-not-safe", alert with
        {
            Kind = FlagKind.RestrictedInformation, Ground = FlagDraft.NotSafeWithSomeone, Indicators = [], Told = null, HasText = false,
        });
        yield return ("alert-text-shown", alert with
        {
            Typed = ImmutableDictionary.CreateRange(new Dictionary<string, string>
            {
                ["seen"] = "On Monday at the gate there was shouting, and a fist against the door.\nTwo other adults were there.",
                ["parentView"] = "Says that nobody had told the family about the meeting.",
            }),
        });
        yield return ("alert-hostile-text", read with
        {
            FromAgency = "**School** [A](https://example.org)",
            Typed = ImmutableDictionary.CreateRange(new Dictionary<string, string> { ["seen"] = Hostile }),
        });
        yield return ("alert-read", read);
        yield return ("alert-planned", planned);
        yield return ("alert-planned-text-shown", planned with
        {
            Typed = ImmutableDictionary.CreateRange(new Dictionary<string, string> { ["seen"] = "On Monday at the gate." }),
        });
        yield return ("alert-correcting", planned with { State = FlagState.Read, PlannedAt = null });
        yield return ("alert-withdrawn", alert with { State = FlagState.Withdrawn });
        yield return ("alert-expired", alert with { State = FlagState.Expired });

        AgencyLine[] agencies =
        [
            new("Children's social care", true, AgencyFamilyState.GoneThrough, false),
            new("Health visiting", true, AgencyFamilyState.GoneThrough, false),
            new("School nursing", true, AgencyFamilyState.Partly, false),
            new("Sampleshire Primary", true, AgencyFamilyState.GoneThrough, false),
            new("Hillside Nursery", false, AgencyFamilyState.NotYet, true),
            new("Police", true, AgencyFamilyState.NotAsked, false),
            new("Probation", false, AgencyFamilyState.Paused, false),
            new("Housing", false, AgencyFamilyState.NotYet, false),
        ];
        yield return ("chair-digest", new ChairDigestContent(Line, [.. agencies], OpenItems: 1, Unconfirmed: 1, Invited: 11));
        yield return ("chair-digest-nothing-yet", new ChairDigestContent(
            Line with { Moved = true }, [new("Health visiting", false, AgencyFamilyState.NotYet, false)], 0, 0, 2));
        yield return ("chair-digest-nobody", new ChairDigestContent(Line, [], 2, 3, 4));
        yield return ("chair-digest-many", new ChairDigestContent(
            Line, [.. Enumerable.Range(0, 25).Select(i => agencies[i % agencies.Length])], 3, 2, 30));
    }
}
