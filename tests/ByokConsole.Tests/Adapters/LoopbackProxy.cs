using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ByokConsole.Tests.Adapters;

/// <summary>
/// A CONNECT proxy on a port of its own that answers for every host by itself, with certificates of its own authority:
/// real sockets and real TLS for what only shows there.
/// </summary>
internal sealed class LoopbackProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _authority;
    private readonly Task _accepting;

    public LoopbackProxy()
    {
        var request = new CertificateRequest("CN=Test authority", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        File.WriteAllText(AuthorityFile, _authority.ExportCertificatePem());
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public string AuthorityFile { get; } = Path.GetTempFileName();

    public ConcurrentQueue<string> Connects { get; } = [];

    /// <summary>Heads and bodies of the requests inside the tunnels.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Status line that a CONNECT gets.</summary>
    public string ConnectAnswer { get; set; } = "200 OK";

    /// <summary>Raw answer to a request; an empty one closes the connection without a reply.</summary>
    public Func<string, string> Answer { get; set; } = _ => Ok("{}");

    public static string Ok(string body, string headers = "")
        => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // Before the listener stops: a stopped one that is asked for the next connection says that it was used wrongly.
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
        _authority.Dispose();
        _key.Dispose();
        File.Delete(AuthorityFile);
    }

    private async Task AcceptAsync()
    {
        List<Task> serving = [];
        try
        {
            while (true)
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var connect = await ReadHeadAsync(stream);
                if (connect.Length == 0)
                    return;
                Connects.Enqueue(connect.Split("\r\n")[0]);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {ConnectAnswer}\r\n\r\n"), _stop.Token);
                if (!ConnectAnswer.StartsWith("200", StringComparison.Ordinal))
                    return;
                await using var tls = new SslStream(stream);
                using var leaf = Leaf(connect.Split(' ')[1].Split(':')[0]);
                await tls.AuthenticateAsServerAsync(leaf);
                while (await AnswerAsync(tls))
                {
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, or did not like the certificate.
            }
        }
    }

    private async Task<bool> AnswerAsync(SslStream tls)
    {
        var head = await ReadHeadAsync(tls);
        if (head.Length == 0)
            return false;
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        var body = new byte[length is null ? 0 : int.Parse(length.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)];
        await tls.ReadExactlyAsync(body, _stop.Token);
        Requests.Enqueue(head + Encoding.UTF8.GetString(body));
        var answer = Answer(head);
        await tls.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
        return answer.Length > 0 && !answer.Contains("Connection: close", StringComparison.Ordinal);
    }

    private async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
                return "";
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private X509Certificate2 Leaf(string host)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var leaf = request.Create(_authority, DateTimeOffset.UtcNow.AddMinutes(-30), DateTimeOffset.UtcNow.AddMinutes(30), RandomNumberGenerator.GetBytes(8));
        using var withKey = leaf.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}
