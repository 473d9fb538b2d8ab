using ConferenceBot.Councils;
using Microsoft.Extensions.Options;

namespace ConferenceBot.Clockwork;

/// <summary>The clockwork: <c>Clockwork</c>.</summary>
internal sealed class ClockworkOptions
{
    /// <summary>Where procedure time is asked, <c>{"now":"…Z"}</c>. Empty (the default) = real time. Loopback and Development only.</summary>
    public string? ClockUrl { get; set; }

    /// <summary>Machine time between two looks at what is due. Default 15 seconds; 1 second to 5 minutes.</summary>
    public TimeSpan TickEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Machine time between two reads of each calendar. Default 5 minutes; 1 second to 1 hour.</summary>
    public TimeSpan SyncEvery { get; set; } = TimeSpan.FromMinutes(5);
}

internal sealed class ClockworkOptionsValidator(IHostEnvironment environment) : IValidateOptions<ClockworkOptions>
{
    public ValidateOptionsResult Validate(string? name, ClockworkOptions options)
    {
        List<string> failures = [];
        if (!string.IsNullOrEmpty(options.ClockUrl)
            && (!environment.IsDevelopment() || !Uri.TryCreate(options.ClockUrl, UriKind.Absolute, out var url) || !LoopbackRule.IsLoopback(url.IdnHost)))
            failures.Add("Clockwork:ClockUrl: may only be set in Development, to an absolute address on loopback");
        if (options.TickEvery < TimeSpan.FromSeconds(1) || options.TickEvery > TimeSpan.FromMinutes(5))
            failures.Add("Clockwork:TickEvery: must be between 1 second and 5 minutes");
        if (options.SyncEvery < TimeSpan.FromSeconds(1) || options.SyncEvery > TimeSpan.FromHours(1))
            failures.Add("Clockwork:SyncEvery: must be between 1 second and 1 hour");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
