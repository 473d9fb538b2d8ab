using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using Xunit;

namespace ConferenceBot.Domain.Tests.Flags;

public sealed class RaisingTests
{
    [Fact]
    public void A_concern_goes_to_the_chair_at_once_and_the_sender_has_a_receipt()
    {
        var (flag, notices, due) = SomeFlag.Raise();
        Assert.Equal([Some.Chair], notices.To(CardKind.ChairAlert));
        Assert.Equal([Some.Author], notices.To(CardKind.FlagReceipt));
        Assert.All(notices, n => Assert.Equal((Urgency.Now, flag.Id.Value, flag.Conference), (n.Urgency, n.Subject, n.Conference)));
        Assert.Equal(ToastKind.Quiet, notices.Single(n => n.Card == CardKind.FlagReceipt).Toast);
        Assert.Equal((FlagState.Sent, Some.Chair, Some.Health.Name, 1), (flag.State, flag.To, flag.RaisedByAgency, flag.Version));
        Assert.Equal(Some.At("2026-06-08 14:00"), due);
    }

    [Fact]
    public void Without_a_chair_the_deputies_the_administrator_and_the_sender_are_told_at_once()
    {
        var (flag, notices, due) = SomeFlag.Raise(audience: SomeFlag.Chairs with { Addressee = null });
        Assert.Null(flag.To);
        Assert.Equal([Some.Deputy, Some.OtherDeputy], notices.To(CardKind.ChairAlert));
        Assert.Equal([Some.Administrator], notices.To(CardKind.AdministratorItem));
        Assert.Equal([ToastKind.Quiet, ToastKind.Answer], notices.Where(n => n.To == Some.Author).Select(n => n.Toast));
        Assert.Equal((Some.At(SomeFlag.Monday), Some.Slot.End), (flag.PassedOnAt, due));
    }

    [Fact]
    public void A_sender_is_never_their_own_addressee()
    {
        var (flag, notices, _) = SomeFlag.Raise(audience: new FlagAudience(Some.Author, [Some.Author, Some.Deputy], []));
        Assert.Null(flag.To);
        Assert.Equal([Some.Deputy], notices.To(CardKind.ChairAlert));
        Assert.False(flag.IsFor(Some.Author));

        var (moved, news, _) = SomeFlag.Raised().Look("2026-06-08 11:00", audience: SomeFlag.Chairs with { Addressee = Some.Author });
        Assert.Equal(Some.Chair, moved.To);
        Assert.Empty(news);
    }

    [Fact]
    public void Support_goes_to_the_manager_and_never_to_the_chair_or_the_administrator()
    {
        var (flag, notices, due) = SomeFlag.Raise(FlagDraft.Support(), SomeFlag.ManagerAlone);
        Assert.Equal([Some.Manager], notices.To(CardKind.SupportAsk));
        Assert.Equal(Some.At("2026-06-10 17:00"), due);

        var unread = flag.Look("2026-06-10 17:00", audience: SomeFlag.ManagerAlone);
        Assert.Equal([(Some.Author, CardKind.FlagReceipt)], unread.Notices.Select(n => (n.To, n.Card)));
        Assert.DoesNotContain(notices.Concat(unread.Notices), n => n.Card is CardKind.ChairAlert or CardKind.AdministratorItem);
    }

    [Theory]
    [InlineData("2026-06-08 10:00", "2026-06-08 14:00")]
    [InlineData("2026-06-08 15:00", "2026-06-09 11:00")]
    [InlineData("2026-06-05 20:00", "2026-06-08 13:00")]
    [InlineData("2026-06-10 16:00", "2026-06-11 09:00")]
    [InlineData("2026-06-11 09:30", "2026-06-11 09:30")]
    [InlineData("2026-06-11 10:30", "2026-06-11 10:30")]
    public void An_unread_concern_is_passed_on_after_four_working_hours_and_an_hour_before_the_conference(string raised, string expected)
    {
        var (flag, _, due) = SomeFlag.Raise(now: raised);
        Assert.Equal(Some.At(expected), RiskFlags.PassOnAt(flag, Some.Conference(), Some.Clock(raised)));
        Assert.Equal(Some.At(expected), due);
    }

    [Fact]
    public void A_request_for_support_is_passed_on_an_hour_before_the_conference_at_the_latest() =>
        Assert.Equal(Some.At("2026-06-11 09:00"), SomeFlag.Raise(FlagDraft.Support(), SomeFlag.ManagerAlone, "2026-06-10 12:00").NextDue);

    [Fact]
    public void The_draft_is_kept_as_it_was_given()
    {
        var concern = SomeFlag.Raised();
        Assert.Equal((FlagKind.SafetyConcern, "threat", FamilyTold.WillTell), (concern.Kind, Assert.Single(concern.Indicators), concern.Told));
        var restricted = SomeFlag.Raised(FlagDraft.Restricted("legalAdvice", FamilyTold.Told));
        Assert.Equal((FlagKind.RestrictedInformation, "legalAdvice", FamilyTold.Told), (restricted.Kind, restricted.Ground, restricted.Told));
    }
}
