using System.Net;
using System.Net.Sockets;

namespace ByokConsole.Tests.Cli;

/// <summary>Stands before a console, passes everything on, and loses the reply of the first connection.</summary>
public sealed class LossyDoor : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Uri _console;
    private readonly Task _work;

    public LossyDoor(Uri console)
    {
        _console = console;
        _listener.Start();
        _work = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Replies that were lost.</summary>
    public int Lost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _work;
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
                connections.Add(PassAsync(await _listener.AcceptTcpClientAsync(_stopping.Token), loses: connections.Count == 0));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task PassAsync(TcpClient caller, bool loses)
    {
        using (caller)
        using (var console = new TcpClient())
        {
            try
            {
                await console.ConnectAsync(_console.Host, _console.Port, _stopping.Token);
                var (near, far) = (caller.GetStream(), console.GetStream());
                var there = near.CopyToAsync(far, _stopping.Token);
                if (loses)
                {
                    await far.ReadExactlyAsync(new byte[1], _stopping.Token);
                    Lost++;
                    return;
                }
                await Task.WhenAny(there, far.CopyToAsync(near, _stopping.Token));
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // Whoever hung up, there is nothing more to pass on.
            }
        }
    }
}
