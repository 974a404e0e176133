using System.Net;
using System.Net.Http.Headers;

namespace ByokConsole.Cli.Api;

/// <summary>Requests to one console: where it is, who we are, and what a failure means.</summary>
internal sealed class ConsoleTransport : IDisposable
{
    private const int Throttled = 3;

    private readonly HttpClient _http;
    private readonly Uri _server;

    /// <param name="server">Address of the console.</param>
    /// <param name="token">Bearer of a console in Live mode, or null.</param>
    public ConsoleTransport(Uri server, string? token)
    {
        _server = server;
        // A redirect would carry what we send to where nobody said it should go.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !server.IsLoopback });
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("byok", ByokProgram.Version));
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Sends a request, and gives the answer if it is a good one.</summary>
    /// <param name="compose">Makes the request; called again where it is sent again.</param>
    /// <param name="mayRepeat">True when a reply that was lost may be asked for by the same request: it carries an idempotency key.</param>
    /// <exception cref="CommandFailure">The console refuses, or is not there.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> compose, bool mayRepeat, CancellationToken cancellationToken)
    {
        try
        {
            return await ThroughTheCrowdAsync(compose, cancellationToken);
        }
        catch (HttpRequestException lost) when (mayRepeat && lost.HttpRequestError is not HttpRequestError.ConnectionError)
        {
            return await RepeatAsync(compose, cancellationToken);
        }
        catch (HttpRequestException away)
        {
            throw Unreachable.Of(_server, away);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable.Silent(_server);
        }
    }

    /// <summary>The request may have arrived; sent again under the same key it is the same request.</summary>
    private async Task<HttpResponseMessage> RepeatAsync(Func<HttpRequestMessage> compose, CancellationToken cancellationToken)
    {
        try
        {
            return await ThroughTheCrowdAsync(compose, cancellationToken);
        }
        catch (HttpRequestException away)
        {
            throw Unreachable.Of(_server, away);
        }
    }

    /// <summary>What the console was too busy for was not begun, so it can be asked again.</summary>
    private async Task<HttpResponseMessage> ThroughTheCrowdAsync(Func<HttpRequestMessage> compose, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = compose();
            request.RequestUri = new Uri(_server, request.RequestUri!);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            // A page is what some other server answers.
            if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType is not "text/html")
                return response;
            using (response)
            {
                if (response.StatusCode is not HttpStatusCode.TooManyRequests || attempt > Throttled)
                    throw await Refusal.ReadAsync(_server, response, cancellationToken);
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellationToken);
            }
        }
    }
}
