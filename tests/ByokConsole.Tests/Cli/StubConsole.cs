using System.Net;
using System.Text;

namespace ByokConsole.Tests.Cli;

/// <summary>Answers every request with one text, and keeps what was asked.</summary>
public sealed class StubConsole : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _answer;
    private readonly string _type;
    private readonly Task _work;

    public StubConsole(string answer, string type)
    {
        (_answer, _type) = (answer, type);
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _work = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>Each as "METHOD /path?query body".</summary>
    public List<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _work;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new StreamReader(context.Request.InputStream);
                Asked.Add($"{context.Request.HttpMethod} {context.Request.RawUrl} {await body.ReadToEndAsync()}".TrimEnd());
                context.Response.ContentType = _type;
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(_answer));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
