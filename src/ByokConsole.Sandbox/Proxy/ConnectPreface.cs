using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace ByokConsole.Sandbox.Proxy;

/// <summary>
/// Reads <c>CONNECT host:443 HTTP/1.1</c> off a new connection, answers it, and hands the same connection on to TLS, as if the client had
/// reached that host directly. Nothing else gets in: the sandbox is no open proxy, and no call can leave the machine through it.
/// </summary>
internal sealed class ConnectPreface(Func<string, bool> vaultResolves, TimeProvider time)
{
    /// <summary>A preface is a few hundred bytes; whoever sends more than this, or takes longer, is no client of ours.</summary>
    private const int MaxBytes = 8 * 1024;
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);
    private static readonly byte[] End = "\r\n\r\n"u8.ToArray();

    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        using var limit = new CancellationTokenSource(MaxWait, time);
        string? head;
        try
        {
            head = await ReadHeadAsync(connection.Transport.Input, limit.Token);
        }
        catch (OperationCanceledException)
        {
            await AnswerAsync(connection, 408, "Request Timeout", "The CONNECT request did not arrive in time.");
            return;
        }

        var (status, reason, detail, host) = Judge(head);
        if (host is null)
        {
            await AnswerAsync(connection, status, reason, detail);
            return;
        }

        connection.Features.Set<IConnectedHost>(new ConnectedHost(host));
        await connection.Transport.Output.WriteAsync("HTTP/1.1 200 Connection Established\r\n\r\n"u8.ToArray());
        await next(connection);
    }

    private (int Status, string Reason, string Detail, string? Host) Judge(string? head)
    {
        if (head is null)
            return (431, "Request Header Fields Too Large", "The CONNECT request is too long or was cut off.", null);
        var words = head[..head.IndexOf('\r', StringComparison.Ordinal)].Split(' ');
        if (words is not ["CONNECT", var target, "HTTP/1.1" or "HTTP/1.0"])
            return (421, "Misdirected Request", "This port is a proxy: it takes CONNECT requests only.", null);
        if (!target.EndsWith(":443", StringComparison.Ordinal))
            return (403, "Forbidden", "The sandbox serves port 443 only.", null);
        var host = target[..^4].ToLowerInvariant();
        if (ServedHosts.VaultOf(host) is { } vault)
            return vaultResolves(vault) ? (200, "", "", host) : (502, "Bad Gateway", $"No vault is named {vault}, or not yet.", null);
        return ServedHosts.IsFixed(host)
            ? (200, "", "", host)
            : (403, "Forbidden", "The sandbox does not serve this host, and no call leaves the machine.", null);
    }

    private static async Task<string?> ReadHeadAsync(PipeReader input, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await input.ReadAsync(cancellationToken);
            if (EndOf(read.Buffer) is { } end)
            {
                var head = Encoding.Latin1.GetString(read.Buffer.Slice(0, end));
                // Exactly past the blank line: the client's TLS hello may stand behind it in the same buffer.
                input.AdvanceTo(end);
                return head;
            }

            if (read.IsCompleted || read.Buffer.Length > MaxBytes)
            {
                input.AdvanceTo(read.Buffer.End);
                return null;
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static SequencePosition? EndOf(in ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, End) ? reader.Position : null;
    }

    private static async Task AnswerAsync(ConnectionContext connection, int status, string reason, string detail)
    {
        var body = detail + "\n";
        await connection.Transport.Output.WriteAsync(Encoding.Latin1.GetBytes(
            $"HTTP/1.1 {status} {reason}\r\nContent-Type: text/plain\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
        await connection.Transport.Output.CompleteAsync();
    }

    private sealed record ConnectedHost(string Host) : IConnectedHost;
}

/// <summary>The host a connection was opened for.</summary>
internal interface IConnectedHost
{
    string Host { get; }
}
