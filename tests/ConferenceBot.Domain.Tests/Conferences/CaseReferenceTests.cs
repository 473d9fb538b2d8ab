using ConferenceBot.Domain.Conferences;
using CsCheck;
using Xunit;

namespace ConferenceBot.Domain.Tests.Conferences;

public sealed class CaseReferenceTests
{
    [Fact]
    public void A_reference_has_two_consonants_a_dash_and_three_digits_that_are_not_mistaken_for_letters() =>
        Gen.Byte.Array[5, 9].Sample(random => Assert.Matches("^[BCDFGHJKMNPQRSTVWXYZ]{2}-[2-9]{3}$", CaseReference.Mint(random).Value));

    [Fact]
    public void The_same_bytes_give_the_same_reference_and_others_another()
    {
        Assert.Equal(new CaseReference("BC-234"), CaseReference.Mint([0, 1, 0, 1, 2]));
        Assert.NotEqual(CaseReference.Mint([0, 1, 0, 1, 2]), CaseReference.Mint([0, 1, 0, 1, 3]));
        Assert.Equal("BC-234", CaseReference.Mint([0, 1, 0, 1, 2]).ToString());
    }

    [Fact]
    public void Fewer_than_five_bytes_are_refused() => Assert.Throws<ArgumentException>(() => CaseReference.Mint([1, 2, 3, 4]));
}
