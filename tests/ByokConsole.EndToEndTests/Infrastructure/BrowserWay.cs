using System.Net;
using System.Net.Sockets;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>
/// The way from a browser to a console: a port of its own that passes bytes on, and can be held, cut and led elsewhere. To the browser it is
/// the console's address, whichever process answers.
/// </summary>
public sealed class BrowserWay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Socket> _open = [];
    private readonly Task _accepting;
    private TaskCompletionSource _passing = Passing();
    private Uri _console;
    private bool _isCut;

    public BrowserWay(Uri console)
    {
        _console = console;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>What the browser opens.</summary>
    public Uri Address { get; }

    /// <summary>Nothing comes through any more, and neither end learns of it.</summary>
    public void Hold() => _passing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends all connections, with what was held in them, and lets no new one come about.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _isCut = true;
            foreach (var socket in _open)
                Abort(socket);
            _open.Clear();
        }
    }

    /// <summary>Lets through again; to another console, if one is given.</summary>
    public void Restore(Uri? console = null)
    {
        _console = console ?? _console;
        _passing.TrySetResult();
        _isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        Cut();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private static TaskCompletionSource Passing()
    {
        var passing = new TaskCompletionSource();
        passing.SetResult();
        return passing;
    }

    /// <summary>At once, as a line that breaks; not with the goodbye of a process that ends.</summary>
    private static void Abort(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = PassAsync(await _listener.AcceptSocketAsync(_end.Token));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(Socket browser)
    {
        using var console = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        browser.NoDelay = true;
        if (!IsLetIn(browser, console))
            return;
        try
        {
            await console.ConnectAsync(_console.Host, _console.Port, _end.Token);
            await Task.WhenAny(CopyAsync(browser, console), CopyAsync(console, browser));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody answers there, or it was cut.
        }

        lock (_gate)
            _open.ExceptWith([browser, console]);
        browser.Dispose();
    }

    private bool IsLetIn(Socket browser, Socket console)
    {
        lock (_gate)
        {
            if (_isCut)
                Abort(browser);
            else
                _open.UnionWith([browser, console]);
            return !_isCut;
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[16_384];
            while (await from.ReceiveAsync(buffer, _end.Token) is > 0 and var count)
            {
                await _passing.Task;
                await to.SendAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut, or one end has gone.
        }
    }
}
