using ConferenceBot.Domain.Conferences;
using ConferenceBot.Domain.Flags;
using ConferenceBot.Domain.Notices;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Flags;

/// <summary>Whatever happens to a flag, in any order, it is read, passed on, or about to be looked at.</summary>
public sealed class RiskFlagWalkTests
{
    private enum Act
    {
        Wait, WaitLong, Read, Plan, Correct, Withdraw, ChangeChair, LoseChair, Move, Cancel, TakeBack,
    }

    private static readonly Gen<(Act Act, int Amount)> AnyAct = Gen.Select(Gen.Enum<Act>(), Gen.Int[1, 200]);

    [Fact]
    public void Any_order_of_acts_keeps_the_promises() => Gen.Select(AnyAct.Array[1, 30], Gen.Int[0, 10 * 24], Gen.Bool).Sample((acts, raisedAfter, known) =>
    {
        var walk = new Walk(Some.At("2026-06-01 10:00").AddHours(raisedAfter), known);
        foreach (var (act, amount) in acts)
            walk.Do(act, amount);
    });

    private sealed class Walk
    {
        private readonly HashSet<string> _keys = [];
        private Conference _conference = Some.Conference();
        private DateTimeOffset _now;
        private FlagAudience _audience = SomeFlag.Chairs;
        private RiskFlag _flag;
        private DateTimeOffset? _due;

        public Walk(DateTimeOffset raised, bool chairKnown)
        {
            _now = raised;
            if (!chairKnown) _audience = _audience with { Addressee = null };
            var accepted = RiskFlags.Raise(SomeFlag.Concern, SomeFlag.Id, _conference, Some.Participant(), _audience, Clock).Accepted();
            _flag = accepted.State;
            Take(accepted);
            Look();
        }

        private RuleClock Clock => Some.Clock(_now);

        public void Do(Act act, int amount)
        {
            var closed = _flag.State is FlagState.Withdrawn or FlagState.Expired;
            var reader = amount % 3 == 0 && _flag.PassedTo.Length > 0 ? _flag.PassedTo[0] : _flag.To ?? Some.Deputy;
            switch (act)
            {
                case Act.Wait: Until(_now.AddMinutes(amount * 3)); break;
                case Act.WaitLong: Until(_now.AddHours(amount)); break;
                case Act.Read: Try(RiskFlags.Read(_flag, reader, _conference, Clock)); break;
                case Act.Plan: Try(RiskFlags.Plan(_flag, reader, ["seating"], _conference, Clock)); break;
                case Act.Correct: Try(RiskFlags.CorrectPlan(_flag, reader, _conference, Clock)); break;
                case Act.Withdraw: if (amount < 20) Try(RiskFlags.Withdraw(_flag, Some.Author)); break;
                case Act.ChangeChair: _audience = _audience with { Addressee = Some.Person(20 + amount % 3) }; break;
                case Act.LoseChair: _audience = _audience with { Addressee = null }; break;
                case Act.Move: _conference = _conference.Moved(new Slot(_now.AddHours(amount), _now.AddHours(amount + 2))); break;
                case Act.Cancel: _conference = _conference.Cancelled(); break;
                case Act.TakeBack: _conference = _conference.Moved(_conference.Slot); break;
            }

            Look();
            Assert.True(!closed || _flag.State is FlagState.Withdrawn or FlagState.Expired, "A closed flag opened again.");
        }

        private void Until(DateTimeOffset target)
        {
            for (var looks = 0; _due is { } due && due <= target; looks++)
            {
                Assert.True(looks < 20, "The walk does not end.");
                _now = due > _now ? due : _now;
                Look();
            }

            _now = target;
        }

        private void Try(Decision<RiskFlag> decision)
        {
            if (decision is Decision<RiskFlag>.Accepted accepted) Take(accepted);
        }

        private void Take(Decision<RiskFlag>.Accepted accepted)
        {
            Assert.True(accepted.State.Version >= _flag.Version && (accepted.State == _flag || accepted.State.Version > _flag.Version || _keys.Count == 0));
            Assert.All(accepted.Notices, n => Assert.True(_keys.Add(n.Key), n.Key));
            Assert.DoesNotContain(Some.Author, accepted.Notices.To(CardKind.ChairAlert));
            Assert.All(accepted.Notices, n => Assert.Equal(Urgency.Now, n.Urgency));
            (_flag, _due) = (accepted.State, accepted.NextDue);
        }

        /// <summary>Looks until nothing is due now, as the tick does.</summary>
        private void Look()
        {
            for (var looks = 0; ; looks++)
            {
                Assert.True(looks < 4, "Something is due for ever.");
                Take(RiskFlags.Decide(_flag, _conference, _audience, Clock).Accepted());
                if (_due is null || _due > _now) break;
            }

            Check();
        }

        private void Check()
        {
            if (_flag.State is FlagState.Withdrawn or FlagState.Expired)
            {
                Assert.Null(_due);
                return;
            }

            Assert.True(_due > _now && _due <= _conference.Slot.End);
            Assert.False(_flag.IsFor(Some.Author));
            if (_conference.Status == ConferenceStatus.Cancelled) return;
            if (_audience.Addressee is { } chair) Assert.Equal(chair, _flag.To);
            if (_flag.State != FlagState.Sent) return;
            Assert.True(_flag.PassedOnAt is not null || _due <= RiskFlags.PassOnAt(_flag, _conference, Clock));
            Assert.True(_flag.PassedOnAt is not null || _due <= _conference.Slot.Start.AddHours(-1));
        }
    }
}
