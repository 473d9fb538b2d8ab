using System.Globalization;
using ConferenceBot.Domain;
using ConferenceBot.Workflows;

namespace ConferenceBot.Calendars;

/// <summary>The check's report for people.</summary>
internal static class CheckText
{
    private static readonly CheckOutcome[] Close =
    [
        CheckOutcome.CategoryWithoutReference, CheckOutcome.WordsWithoutReference, CheckOutcome.TookTooLong, CheckOutcome.AnotherMeeting,
        CheckOutcome.ReferenceWithoutWords,
    ];

    private static readonly CheckOutcome[] Others = [CheckOutcome.OtherMeeting, CheckOutcome.NoSubject, CheckOutcome.Private];

    public static async Task WriteAsync(TextWriter to, CouncilKey council, CalendarWindow window, CheckedMailbox mailbox, bool all)
    {
        await LineAsync(to, $"Council {council.Value}, mailbox {mailbox.Number}, {CheckWords.Day(window.From)} to {CheckWords.Day(window.Until.AddDays(-1))}");
        if (mailbox.Away is null)
        {
            await GroupAsync(to, "Recognised as conferences", mailbox, CheckOutcome.Conference, listed: true);
            foreach (var outcome in Close.Where(outcome => mailbox.Of(outcome) > 0))
                await GroupAsync(to, "Not recognised: " + CheckWords.Outcome(outcome), mailbox, outcome, listed: true);
            foreach (var outcome in Others.Where(outcome => mailbox.Of(outcome) > 0))
                await GroupAsync(to, "Other meetings: " + CheckWords.Outcome(outcome), mailbox, outcome, all);
        }
        foreach (var finding in mailbox.FindingsOf()) await LineAsync(to, $"  ! {finding}");
        await LineAsync(to, $"");
    }

    public static async Task WriteTotalAsync(TextWriter to, IReadOnlyList<CheckedMailbox> mailboxes)
    {
        var conferences = mailboxes.SelectMany(one => one.Events).Where(one => one.Outcome == CheckOutcome.Conference).ToList();
        await LineAsync(to, $"{mailboxes.Count(one => one.Away is null)} of {mailboxes.Count} mailboxes read, {mailboxes.Sum(one => one.Events.Count + one.Unreadable)} events");
        await LineAsync(to, $"  {conferences.Count(one => one.SameAsIn is null)} conferences; {conferences.Count(one => one.SameAsIn is not null)} seen again in another mailbox");
        var assumed = conferences.Count(one => one.TypeAssumed);
        if (assumed > 0)
            await LineAsync(to, $"  {assumed} with an assumed type: nothing names one, so the longest notice (review) is taken. Add words in Recognition:Types.");
        var nobody = conferences.Count(one => one is { SameAsIn: null, Known: 0 } && !one.Marks.HasFlag(CheckMarks.Cancelled));
        if (nobody > 0)
            await LineAsync(to, $"  {nobody} where nobody invited is known as a professional, so nobody would be asked. See the settings of People.");
        foreach (var outcome in Close.Append(CheckOutcome.Unreadable).Concat(Others))
        {
            if (mailboxes.Sum(one => one.Of(outcome)) is > 0 and var count) await LineAsync(to, $"  {CheckWords.Outcome(outcome)}: {count}");
        }
        await LineAsync(to, $"{(mailboxes.All(one => one.IsClean) ? "Nothing needs a look." : "Lines that begin with ! need a look.")}");
    }

    private static async Task GroupAsync(TextWriter to, string title, CheckedMailbox mailbox, CheckOutcome outcome, bool listed)
    {
        await LineAsync(to, $"  {title}: {mailbox.Of(outcome)}{(listed || mailbox.Of(outcome) == 0 ? "" : " (--all lists them)")}");
        if (!listed) return;
        foreach (var one in mailbox.Events.Where(one => one.Outcome == outcome))
        {
            var (date, time, length) = CheckWords.When(one);
            var type = one.Type is { } known ? CheckWords.Type(known) : "";
            var line = $"    {date}  {time,-5}  {length,-7}  {type,-12}  {CheckWords.People(one),-21}  {CheckWords.Marks(one)}";
            await LineAsync(to, $"{line.TrimEnd()}");
        }
    }

    private static Task LineAsync(TextWriter to, FormattableString line) => to.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
