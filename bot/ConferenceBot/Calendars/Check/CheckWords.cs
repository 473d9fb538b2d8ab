using System.Globalization;
using ConferenceBot.Domain.Conferences;

namespace ConferenceBot.Calendars;

/// <summary>The words of the check's report. None of them comes from a calendar.</summary>
internal static class CheckWords
{
    private const string DateFormat = "ddd dd MMM yyyy";

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static string Outcome(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Conference => "recognised as a conference",
        CheckOutcome.CategoryWithoutReference => "has the category of a conference but no case reference",
        CheckOutcome.WordsWithoutReference => "has the words of a conference but no case reference",
        CheckOutcome.TookTooLong => "a pattern of the settings took too long",
        CheckOutcome.Unreadable => "could not be read",
        CheckOutcome.AnotherMeeting => "about a conference but another meeting, such as its minutes or core group",
        CheckOutcome.ReferenceWithoutWords => "has a case reference but neither category nor words of a conference",
        CheckOutcome.NoSubject => "has no subject and no category",
        CheckOutcome.Private => "private, not looked into",
        _ => "nothing of a conference",
    };

    public static string Type(ConferenceType type) => type switch
    {
        ConferenceType.Initial => "initial",
        ConferenceType.FirstReview => "first review",
        ConferenceType.PreBirth => "pre-birth",
        ConferenceType.TransferIn => "transfer-in",
        ConferenceType.Reconvened => "reconvened",
        _ => "review",
    };

    /// <summary>Why Graph gave no answer, and what to do about it.</summary>
    public static string Away(string code) => code switch
    {
        "token" => "no token was given. Check Councils:{key}:Identity (token).",
        "unreachable" => "Microsoft Graph cannot be reached from here. Check the network and Graph:BaseUrl (unreachable).",
        "timeout" => "Microsoft Graph did not answer in time. Try again later (timeout).",
        "pageLoop" => "its pages lead in a circle. Run the check again; if it stays so, tell the bot's developers (pageLoop).",
        "unreadable" or "redirect" or "foreign-link" => $"the answer is not from Microsoft Graph. Check Graph:BaseUrl and proxies ({code}).",
        "ErrorAccessDenied" or "Authorization_RequestDenied" or "http-403" =>
            $"Microsoft Graph refuses it to this application. Check the permissions and the mailbox's scope ({code}).",
        "InvalidAuthenticationToken" or "http-401" => $"Microsoft Graph does not accept the token. Check the app registration ({code}).",
        "ErrorInvalidUser" or "ErrorItemNotFound" or "ResourceNotFound" or "Request_ResourceNotFound" or "MailboxNotEnabledForRESTAPI"
            or "MailboxNotHostedInExchangeOnline" or "http-404" => $"there is no such mailbox in Exchange Online. Check Calendars:Mailboxes ({code}).",
        "ApplicationThrottled" or "TooManyRequests" or "http-429" => $"Microsoft Graph asks to wait. Try again later ({code}).",
        _ => $"Microsoft Graph answered {code}. Try again later.",
    };

    public static string Marks(CheckedEvent one) => string.Join(", ", new[]
    {
        one.TypeAssumed ? "type assumed" : "",
        one.Marks.HasFlag(CheckMarks.Cancelled) ? "cancelled" : "",
        one.Marks.HasFlag(CheckMarks.Series) ? "series" : "",
        one.Marks.HasFlag(CheckMarks.AllDay) ? "all day" : "",
        one.SameAsIn is { } number ? string.Create(CultureInfo.InvariantCulture, $"also in mailbox {number}") : "",
    }.Where(mark => mark.Length > 0));

    public static string People(CheckedEvent one) => one switch
    {
        { Invited: null } => "",
        { Known: { } known } => string.Create(CultureInfo.InvariantCulture, $"{one.Invited} invited, {known} known"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{one.Invited} invited"),
    };

    /// <summary>London's date and time; the days alone for what lasts whole days.</summary>
    public static (string Date, string Time, string Length) When(CheckedEvent one)
    {
        var start = InLondon(one.Slot.Start);
        var length = one.Slot.End - one.Slot.Start;
        return one.Marks.HasFlag(CheckMarks.AllDay)
            ? (start.ToString(DateFormat, CultureInfo.InvariantCulture), "", Days(InLondon(one.Slot.End).Date - start.Date))
            : (start.ToString(DateFormat, CultureInfo.InvariantCulture), start.ToString("HH:mm", CultureInfo.InvariantCulture), Length(length));
    }

    /// <summary>A day of the window, which is counted in UTC.</summary>
    public static string Day(DateTimeOffset midnight) => midnight.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static DateTimeOffset InLondon(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, London);

    private static string Days(TimeSpan length) => length.Days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{length.Days} days");

    private static string Length(TimeSpan length) => length.Minutes == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours} h")
        : length.TotalHours < 1
            ? string.Create(CultureInfo.InvariantCulture, $"{length.Minutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours} h {length.Minutes:00}");
}
