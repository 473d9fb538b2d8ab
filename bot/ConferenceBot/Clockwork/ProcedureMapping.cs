using System.Collections.Immutable;
using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Procedure;

namespace ConferenceBot.Clockwork;

/// <summary>Settings → <see cref="LocalProcedure"/>. Pure; call it with validated options only.</summary>
internal static class ProcedureMapping
{
    public static LocalProcedure ToProcedure(ProcedureOptions options)
    {
        var shipped = new LocalProcedure();
        return new LocalProcedure
        {
            Version = options.Version ?? shipped.Version,
            Division = options.Division ?? shipped.Division,
            Opens = options.Opens ?? shipped.Opens,
            Closes = options.Closes ?? shipped.Closes,
            ClosureDays = options.ClosureDays is { } days ? [.. days] : shipped.ClosureDays,
            SchoolClosures = options.SchoolClosures is { } closures ? [.. closures.Select(c => new Closure(c.First, c.Last))] : shipped.SchoolClosures,
            Deadlines = options.Deadlines is { } rules ? new DeadlineTable([.. DeadlineTable.Default.Rules, .. rules.Select(Rule)]) : shipped.Deadlines,
            NeverAskedToShareWithFamily = options.NeverAskedToShareWithFamily is { } kinds ? [.. kinds] : shipped.NeverAskedToShareWithFamily,
            Grounds = Choices(options.Grounds, shipped.Grounds),
            WhyNotYet = Choices(options.WhyNotYet, shipped.WhyNotYet),
            ConcernIndicators = Choices(options.ConcernIndicators, shipped.ConcernIndicators),
            ChairPlans = Choices(options.ChairPlans, shipped.ChairPlans),
            EscalationReasons = Choices(options.EscalationReasons, shipped.EscalationReasons),
            FlagUnreadAfterHours = options.FlagUnreadAfterHours ?? shipped.FlagUnreadAfterHours,
            FlagPassOnHoursBefore = options.FlagPassOnHoursBefore ?? shipped.FlagPassOnHoursBefore,
            AttendeesNearDays = options.AttendeesNearDays ?? shipped.AttendeesNearDays,
            AttendeesGatherMinutes = options.AttendeesGatherMinutes ?? shipped.AttendeesGatherMinutes,
            LookAgainAt = options.LookAgainAt ?? shipped.LookAgainAt,
            SupportReplyDays = options.SupportReplyDays ?? shipped.SupportReplyDays,
            EscalationAnswerDays = options.EscalationAnswerDays ?? shipped.EscalationAnswerDays,
            EscalationActionDays = options.EscalationActionDays ?? shipped.EscalationActionDays,
            EscalationAfterDays = options.EscalationAfterDays ?? shipped.EscalationAfterDays,
            ChairDigestDays = options.ChairDigestDays ?? shipped.ChairDigestDays,
            TextLimit = options.TextLimit ?? shipped.TextLimit,
            DutyNumber = options.DutyNumber ?? shipped.DutyNumber,
        };
    }

    private static DeadlineRule Rule(DeadlineRuleOptions r) =>
        new(r.Type, r.Audience, r.Agency, r.Amount, r.Unit, r.ConferenceDayCounts, r.At);

    private static ImmutableArray<Choice> Choices(ChoiceOptions[]? given, ImmutableArray<Choice> shipped) =>
        given is { Length: > 0 } ? [.. given.Select(c => new Choice(c.Key!, c.Text))] : shipped;
}
