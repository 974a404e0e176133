using System.Net;
using System.Net.Sockets;
using ByokConsole.Adapters.ConfluentCloud;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Adapters.ConfluentCloud;

/// <summary>A request that was held up on its way must not come late: another console may have asked meanwhile.</summary>
public sealed class TimelyContentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    public async Task Of_A_Request_That_Is_Held_Up_While_It_Connects_No_Byte_Reaches_The_Cloud(int seconds, bool arrives)
    {
        var clock = new FakeTimeProvider();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                clock.Advance(TimeSpan.FromSeconds(seconds));
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        using var content = new TimelyContent("{}"u8.ToArray(), clock);

        var sent = client.PostAsync($"http://{listener.LocalEndpoint}/", content, Token);
        using var cloud = await listener.AcceptTcpClientAsync(Token);
        var seen = new byte[4096];
        var read = await cloud.GetStream().ReadAsync(seen, Token);

        Assert.Equal(arrives, read > 0);
        cloud.Close();
        Assert.Equal(arrives, (await Assert.ThrowsAsync<HttpRequestException>(() => sent)).HttpRequestError is not HttpRequestError.ConnectionError);
    }
}
