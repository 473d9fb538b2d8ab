using ConferenceBot.Domain.Procedure;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Clockwork;

/// <summary>Checks a council's procedure at start and names every bad key by its path.</summary>
internal sealed class ProcedureOptionsValidator : IValidateOptions<ProcedureOptions>
{
    /// <summary>Entries of one pick-list, and characters of one entry: with more of them a card grows beyond what Teams takes.</summary>
    public const int MostChoices = 20, LongestChoice = 100;

    public ValidateOptionsResult Validate(string? name, ProcedureOptions options)
    {
        var path = $"Councils:{name}:Procedure";
        List<string> failures = [];
        if (string.IsNullOrWhiteSpace(options.DutyNumber)) failures.Add($"{path}:DutyNumber: is required");
        if ((options.Opens ?? new(9, 0)) >= (options.Closes ?? new(17, 0))) failures.Add($"{path}:Opens: must be before Closes");
        foreach (var (closure, i) in (options.SchoolClosures ?? []).Select((c, i) => (c, i)))
            if (closure.Last < closure.First) failures.Add($"{path}:SchoolClosures:{i}: must end on or after its first day");
        foreach (var (rule, i) in (options.Deadlines ?? []).Select((r, i) => (r, i)))
            if (rule.Amount is < 0 or > DeadlineRule.LargestAmount) failures.Add($"{path}:Deadlines:{i}:Amount: must be 0 to {DeadlineRule.LargestAmount}");
        Within(nameof(options.FlagUnreadAfterHours), options.FlagUnreadAfterHours, 1, 40);
        Within(nameof(options.FlagPassOnHoursBefore), options.FlagPassOnHoursBefore, 0, 24);
        Within(nameof(options.AttendeesNearDays), options.AttendeesNearDays, 0, 20);
        Within(nameof(options.AttendeesGatherMinutes), options.AttendeesGatherMinutes, 0, 60);
        Within(nameof(options.SupportReplyDays), options.SupportReplyDays, 1, 20);
        Within(nameof(options.EscalationAnswerDays), options.EscalationAnswerDays, 1, 20);
        Within(nameof(options.EscalationActionDays), options.EscalationActionDays, 1, 20);
        Within(nameof(options.EscalationAfterDays), options.EscalationAfterDays, 0, 90);
        Within(nameof(options.ChairDigestDays), options.ChairDigestDays, 1, 20);
        Within(nameof(options.TextLimit), options.TextLimit, 50, 2000);
        Keys(nameof(options.Grounds), options.Grounds);
        Keys(nameof(options.WhyNotYet), options.WhyNotYet);
        Keys(nameof(options.ConcernIndicators), options.ConcernIndicators);
        Keys(nameof(options.ChairPlans), options.ChairPlans);
        Keys(nameof(options.EscalationReasons), options.EscalationReasons);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Within(string key, int? value, int least, int most)
        {
            if (value < least || value > most) failures.Add($"{path}:{key}: must be {least} to {most}");
        }

        void Keys(string list, ChoiceOptions[]? choices)
        {
            foreach (var (choice, i) in (choices ?? []).Select((c, i) => (c, i)))
            {
                if (choice.Key is not { Length: > 0 and <= 40 } key || !key.All(char.IsAsciiLetterOrDigit))
                    failures.Add($"{path}:{list}:{i}:Key: must be 1 to 40 letters and digits");
                if (choice.Text?.Length > LongestChoice) failures.Add($"{path}:{list}:{i}:Text: must be at most {LongestChoice} characters");
            }

            if (choices?.Length > MostChoices) failures.Add($"{path}:{list}: must have at most {MostChoices} entries");
            if (choices?.GroupBy(c => c.Key).FirstOrDefault(g => g.Count() > 1) is { } twice)
                failures.Add($"{path}:{list}: the key '{twice.Key}' is there twice");
        }
    }
}
