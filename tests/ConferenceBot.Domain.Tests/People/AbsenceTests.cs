using ConferenceBot.Domain.People;
using Xunit;

namespace ConferenceBot.Domain.Tests.People;

public sealed class AbsenceTests
{
    private static readonly Absence Week = new(Some.At("2026-06-08 09:00"), Some.At("2026-06-15 09:00"));
    private static readonly Absence Open = new(Some.At("2026-06-08 09:00"), DateTimeOffset.MaxValue);

    [Fact]
    public void An_absence_holds_from_its_first_instant_until_just_before_its_last() => Assert.Equal(
        [false, true, true, false],
        new[] { "2026-06-08 08:59", "2026-06-08 09:00", "2026-06-15 08:59", "2026-06-15 09:00" }.Select(at => Week.Covers(Some.At(at))));

    [Fact]
    public void What_the_directory_says_replaces_what_was_believed()
    {
        Assert.Equal(Open, Said(Open, known: true).Believed(Week));
        Assert.Null(Said(null, known: true).Believed(Week));
    }

    [Fact]
    public void While_it_cannot_be_read_an_absence_with_an_end_is_still_believed_and_one_without_is_not()
    {
        Assert.Equal(Week, Said(null, known: false).Believed(Week));
        Assert.Null(Said(null, known: false).Believed(Open));
        Assert.Null(Said(null, known: false).Believed(null));
    }

    private static PersonStanding Said(Absence? absence, bool known) => new(Some.Author, Standing.Here, absence, known);
}
