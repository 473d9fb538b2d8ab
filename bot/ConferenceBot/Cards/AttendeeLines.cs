using ConferenceBot.Cards.Schema;
using ConferenceBot.Domain.Notices.Contents;
using ConferenceBot.Domain.People;

namespace ConferenceBot.Cards;

/// <summary>What is known of an attendee in lines, without a name and without an address.</summary>
internal static class AttendeeLines
{
    private const int Longest = 40;

    public static IEnumerable<CardElement> Of(AttendeeRow row, Pen pen)
    {
        yield return new TextBlock { Text = pen.Say("People.Place", row.Place), Weight = TextWeight.Bolder };
        yield return new TextBlock { Text = Standing(row, pen), Spacing = Spacing.Small };
        var known = new[]
        {
            pen.Say($"People.Account.{row.Account}"),
            row.Department is { } department ? pen.Say("People.Department", Short(department)) : null,
            row.Suggested is { } agency ? pen.Say("People.Suggested", Short(agency)) : null,
            row.Others switch
            {
                0 => null,
                1 => pen.Say("People.Others.One"),
                var others => pen.Say("People.Others.Many", others),
            },
            row.DecidedAt is { } at && row.By != DecidedBy.Nobody ? pen.Say($"People.By.{row.By}", pen.Dates.Full(at)) : null,
        };
        yield return new TextBlock
        {
            Text = string.Join(". ", known.OfType<string>()) + ".",
            IsSubtle = true,
            Size = TextSize.Small,
            Spacing = Spacing.Small,
        };
    }

    public static TextBlock Group(AttendeeGroup group, Pen pen) => group.Department is { } department
        ? pen.Line("People.Group.Department", group.Count, Short(department))
        : pen.Line("People.Group.Employer", group.Count);

    /// <summary>A long name is cut on a list, so that a card stays within the size that Teams takes.</summary>
    public static string Short(string name) => name.Length <= Longest ? name : name[..(Longest - 1)] + "…";

    private static string Standing(AttendeeRow row, Pen pen) => row switch
    {
        { Standing: AttendeeStanding.Waiting or AttendeeStanding.NotHere } => pen.Say($"People.Standing.{row.Standing}"),
        { Standing: AttendeeStanding.Contacted, BySettings: true } => pen.Say("People.Standing.BySettings", Short(row.Agency ?? "")),
        _ => pen.Say($"People.Standing.{row.Standing}", Short(row.Agency ?? "")),
    };
}
