using System.ComponentModel.DataAnnotations;

namespace ConferenceBot.Delivery;

/// <summary>How fast a council's messages go out: <c>Councils:{key}:Delivery</c>. The defaults stay under every limit Teams states.</summary>
internal sealed class DeliveryOptions
{
    /// <summary>Connector calls a second for the council. Default 25, 1 to 50.</summary>
    [Range(1, 50)]
    public int PerSecond { get; set; } = 25;

    /// <summary>Conversations served at once, each in order. Default 4, 1 to 16.</summary>
    [Range(1, 16)]
    public int InFlight { get; set; } = 4;

    /// <summary>How long a card that may have arrived waits before it is sent once more, doubled each time. Default 1 minute, 2 seconds to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan RepeatAfter { get; set; } = TimeSpan.FromMinutes(1);
}
