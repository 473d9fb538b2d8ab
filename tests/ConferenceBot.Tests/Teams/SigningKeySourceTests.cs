using ConferenceBot.Teams;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ConferenceBot.Tests.Teams;

/// <summary>When the connector is asked for its keys, and when it is not. Time is moved, never waited for.</summary>
public sealed class SigningKeySourceTests
{
    private readonly FakeTimeProvider machine = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly SigningKeySource source;
    private string[] published = ["first"];
    private bool away;
    private Task? gate;
    private int asked;

    public SigningKeySourceTests() => source = new SigningKeySource(FetchAsync, machine, new FakeLogger());

    [Fact]
    public async Task The_first_token_with_a_new_key_finds_it()
    {
        Assert.IsType<KeyAnswer.Found>(await FindAsync("first"));
        published = ["second"];
        Assert.IsType<KeyAnswer.Found>(await FindAsync("second"));
        Assert.Equal(2, asked);
        Assert.IsType<KeyAnswer.None>(await FindAsync("first"));
    }

    [Fact]
    public async Task A_bad_token_does_not_use_up_the_question_of_a_real_rotation()
    {
        await FindAsync("first");
        Assert.IsType<KeyAnswer.None>(await FindAsync("nobody's"));
        published = ["second"];
        Assert.IsType<KeyAnswer.Found>(await FindAsync("second"));
    }

    [Fact]
    public async Task The_same_bad_name_is_asked_for_once_in_thirty_seconds_and_leaves_the_reserve_alone()
    {
        await FindAsync("first");
        for (var i = 0; i < 20; i++)
            Assert.IsType<KeyAnswer.None>(await FindAsync("nobody's"));
        Assert.Equal(2, asked);

        machine.Advance(TimeSpan.FromSeconds(31));
        await FindAsync("nobody's");
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task However_many_bad_names_come_the_connector_is_asked_once_in_thirty_seconds()
    {
        await FindAsync("first");
        for (var second = 0; second < 600; second++)
        {
            Assert.IsType<KeyAnswer.None>(await FindAsync($"bad {second}"));
            machine.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(asked, 1 + 20, 1 + 20 + 1);
    }

    [Fact]
    public async Task After_many_bad_names_a_real_rotation_is_found_within_thirty_seconds()
    {
        await FindAsync("first");
        for (var i = 0; i < 50; i++)
            await FindAsync($"bad {i}");
        published = ["second"];
        Assert.IsType<KeyAnswer.None>(await FindAsync("second"));
        machine.Advance(KeyQuestions.Every);
        Assert.IsType<KeyAnswer.Found>(await FindAsync("second"));
    }

    [Fact]
    public async Task A_withdrawn_key_is_refused_after_half_an_hour_of_turns_and_never_after_an_hour()
    {
        await FindAsync("first");
        published = ["second"];
        machine.Advance(TimeSpan.FromMinutes(29));
        Assert.IsType<KeyAnswer.Found>(await FindAsync("first"));
        Assert.Equal(1, asked);

        // Half an hour old: this turn is answered with what is known, and the keys are fetched meanwhile.
        machine.Advance(TimeSpan.FromMinutes(2));
        var fetched = new TaskCompletionSource();
        gate = fetched.Task;
        Assert.IsType<KeyAnswer.Found>(await FindAsync("first"));
        fetched.SetResult();
        Assert.IsType<KeyAnswer.None>(await UntilAsync<KeyAnswer.None>("first"));
    }

    [Fact]
    public async Task A_key_withdrawn_while_nobody_writes_is_refused_at_the_hour()
    {
        await FindAsync("first");
        published = ["second"];
        machine.Advance(SigningKeySource.Life);
        Assert.IsType<KeyAnswer.None>(await FindAsync("first"));
    }

    [Fact]
    public async Task Keys_older_than_an_hour_that_cannot_be_fetched_again_are_not_trusted_but_not_called_wrong()
    {
        await FindAsync("first");
        away = true;
        machine.Advance(TimeSpan.FromMinutes(45));
        Assert.IsType<KeyAnswer.Found>(await FindAsync("first"));
        machine.Advance(TimeSpan.FromMinutes(15));
        Assert.IsType<KeyAnswer.Away>(await UntilAsync<KeyAnswer.Away>("first"));

        away = false;
        machine.Advance(SigningKeySource.LongestRest);
        Assert.IsType<KeyAnswer.Found>(await FindAsync("first"));
    }

    [Fact]
    public async Task A_connector_that_is_away_is_left_alone_for_longer_each_time_up_to_a_minute()
    {
        away = true;
        foreach (var seconds in new[] { 5, 10, 20, 40, 60, 60 })
        {
            var before = asked;
            Assert.Equal(seconds, Assert.IsType<KeyAnswer.Away>(await FindAsync("first")).RetryAfter.TotalSeconds);
            await FindAsync("another");
            Assert.Equal(before + 1, asked);
            machine.Advance(TimeSpan.FromSeconds(seconds));
        }

        away = false;
        Assert.IsType<KeyAnswer.Found>(await FindAsync("first"));
    }

    [Fact]
    public async Task A_question_that_failed_is_not_one_that_was_used_up()
    {
        await FindAsync("first");
        published = ["second"];
        away = true;
        Assert.IsType<KeyAnswer.Away>(await FindAsync("second"));
        Assert.IsType<KeyAnswer.Found>(await FindAsync("first"));

        away = false;
        machine.Advance(SigningKeySource.FirstRest);
        Assert.IsType<KeyAnswer.Found>(await FindAsync("second"));
    }

    [Fact]
    public async Task Everybody_waits_for_the_same_fetch()
    {
        var open = new TaskCompletionSource();
        gate = open.Task;
        var waiting = Enumerable.Range(0, 50).Select(_ => FindAsync("first")).ToList();
        open.SetResult();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.IsType<KeyAnswer.Found>(answer));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_fetch_that_began_before_the_rotation_is_not_the_last_word()
    {
        await FindAsync("first");
        var open = new TaskCompletionSource();
        gate = open.Task;
        var bad = FindAsync("nobody's");
        SpinWait.SpinUntil(() => Volatile.Read(ref asked) == 2);
        published = ["second"];
        var real = FindAsync("second");
        open.SetResult();
        Assert.IsType<KeyAnswer.None>(await bad);
        Assert.IsType<KeyAnswer.Found>(await real);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_turn_that_is_given_up_leaves_the_fetch_to_the_others()
    {
        var open = new TaskCompletionSource();
        gate = open.Task;
        using var gone = new CancellationTokenSource();
        var first = source.FindAsync("first", gone.Token).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        open.SetResult();
        Assert.IsType<KeyAnswer.Found>(await FindAsync("first"));
        Assert.Equal(1, asked);
    }

    private Task<KeyAnswer> FindAsync(string kid) => source.FindAsync(kid, CancellationToken.None).AsTask();

    /// <summary>Asks until a fetch in the background has ended.</summary>
    private async Task<KeyAnswer> UntilAsync<T>(string kid) where T : KeyAnswer
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (true)
        {
            if (await source.FindAsync(kid, patience.Token) is T answer)
                return answer;
            await Task.Yield();
        }
    }

    private async Task<SigningKeySet> FetchAsync()
    {
        Interlocked.Increment(ref asked);
        var now = published;
        if (gate is not null)
            await gate;
        return away
            ? throw new HttpRequestException("away")
            : SigningKeySet.Read($$"""{"keys":[{{string.Join(',', now.Select(kid => $$"""{"kty":"RSA","kid":"{{kid}}","n":"AQAB","e":"AQAB","endorsements":["msteams"]}"""))}}]}""");
    }
}
