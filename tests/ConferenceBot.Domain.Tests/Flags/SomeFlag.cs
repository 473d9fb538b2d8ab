using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;

namespace ConferenceBot.Domain.Tests.Flags;

/// <summary>A safety concern raised on Monday 8 June 2026 at 10:00; unread, it is passed on at 14:00.</summary>
internal static class SomeFlag
{
    public const string Monday = "2026-06-08 10:00";
    public static readonly FlagId Id = new(Some.Id(300));
    public static readonly FlagDraft Concern = FlagDraft.Concern(["threat"], FamilyTold.WillTell);
    public static readonly FlagAudience Chairs = new(Some.Chair, [Some.Deputy, Some.OtherDeputy], [Some.Administrator]);
    public static readonly FlagAudience ManagerAlone = new(Some.Manager, [], []);

    public static Decision<RiskFlag>.Accepted Raise(
        FlagDraft? draft = null, FlagAudience? audience = null, string now = Monday, Participant? sender = null) =>
        RiskFlags.Raise(draft ?? Concern, Id, Some.Conference(), sender ?? Some.Participant(), audience ?? Chairs, Some.Clock(now)).Accepted();

    public static RiskFlag Raised(FlagDraft? draft = null, FlagAudience? audience = null, string now = Monday) => Raise(draft, audience, now).State;

    public static RiskFlag Read(string now = "2026-06-08 11:00") => RiskFlags.Read(Raised(), Some.Chair, Some.Conference(), Some.Clock(now)).Accepted().State;

    public static RiskFlag Planned(string now = "2026-06-08 11:30") =>
        RiskFlags.Plan(Raised(), Some.Chair, ["seating"], Some.Conference(), Some.Clock(now)).Accepted().State;

    public static Decision<RiskFlag>.Accepted Look(this RiskFlag flag, string now, Conference? conference = null, FlagAudience? audience = null) =>
        RiskFlags.Decide(flag, conference ?? Some.Conference(), audience ?? Chairs, Some.Clock(now)).Accepted();
}
