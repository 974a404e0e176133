using System.Net;
using System.Net.Sockets;

namespace ByokConsole.TestProcesses;

/// <summary>The network of this machine alone.</summary>
public static class Loopback
{
    /// <summary>A port that nobody listened on just now: for what has to be known before it is opened.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
