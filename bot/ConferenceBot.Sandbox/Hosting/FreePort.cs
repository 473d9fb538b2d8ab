using System.Net;
using System.Net.Sockets;

namespace ConferenceBot.Sandbox.Hosting;

/// <summary>Loopback ports.</summary>
internal static class FreePort
{
    /// <returns>A port that was free a moment ago.</returns>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
