using System.Net;
using System.Text;
using ByokConsole.Resilience.Blows;

namespace ByokConsole.Resilience.Twin;

/// <summary>One console's way to the clouds. Whatever changes something there passes the plot.</summary>
internal sealed class TwinWire(CloudTwin cloud, Plot plot, ConsoleLife life) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        life.RequireAlive();
        if (!ChangesSomething(request))
            return await cloud.SendAsync(request, cancellationToken);
        var what = $"{request.Method} {request.RequestUri!.Host}{request.RequestUri.AbsolutePath}";
        var (struck, fault) = plot.Write(plot.IsStruck ? "" : await life.StepAsync(), what);
        if (struck is Moment.BeforeSend)
            await life.StopAsync($"before {what}");
        var reply = await DeliverAsync(request, fault, cancellationToken);
        plot.Trace.Add($"{life.Name}: {what}: {(reply is null ? "reply lost" : (int)reply.StatusCode)}{(fault is Fault.None ? "" : $" ({fault})")}");
        if (struck is Moment.AfterSend)
            await life.StopAsync($"waiting for the reply of {what}");
        life.StopsAtCommit |= struck is Moment.AfterReply;
        cancellationToken.ThrowIfCancellationRequested();
        return reply ?? throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.");
    }

    /// <summary>A vault is asked first without token and body, to hear who may speak for it; that changes nothing.</summary>
    private static bool ChangesSomething(HttpRequestMessage request)
        => request.Method != HttpMethod.Get && request.Headers.Authorization is not null
            && !request.RequestUri!.Host.StartsWith("api.telemetry.", StringComparison.Ordinal);

    private async Task<HttpResponseMessage?> DeliverAsync(HttpRequestMessage request, Fault fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.TooMany:
                return Refuse(HttpStatusCode.TooManyRequests, "TooManyRequests");
            case Fault.ServerError:
                return Refuse(HttpStatusCode.InternalServerError, "InternalServerError");
            case Fault.Conflict:
                return Refuse(HttpStatusCode.Conflict, "Conflict");
            case Fault.ReplyLost:
                (await cloud.SendAsync(request, cancellationToken)).Dispose();
                return null;
            case Fault.Duplicated:
                (await cloud.SendAsync(request, cancellationToken)).Dispose();
                return await cloud.SendAsync(request, cancellationToken);
            default:
                return await cloud.SendAsync(request, cancellationToken);
        }
    }

    private HttpResponseMessage Refuse(HttpStatusCode status, string code)
    {
        // Both clouds' shapes in one: each client reads its own.
        var text = $$"""
            {"error":{"code":"{{code}}","message":"Ordered by the plot."},"errors":[{"status":"{{(int)status}}","code":"{{code}}","detail":"Ordered by the plot."}]}
            """;
        var reply = new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
        reply.Headers.Date = cloud.Time.GetUtcNow();
        if (status is HttpStatusCode.TooManyRequests && plot.Weather.RetryAfter is { } seconds)
            reply.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return reply;
    }
}
