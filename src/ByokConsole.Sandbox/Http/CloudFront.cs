using System.Globalization;
using ByokConsole.Sandbox.Clock;
using ByokConsole.Sandbox.Proxy;

namespace ByokConsole.Sandbox.Http;

/// <summary>Turns ASP.NET's request into a <see cref="Call"/>, and a <see cref="Reply"/> into its response, dated by the clouds' clock.</summary>
internal sealed class CloudFront(Layer clouds, CloudClock clock)
{
    private const int MaxBody = 1024 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        var connected = http.Features.Get<IConnectedHost>()?.Host;
        if (connected is null || !string.Equals(connected, http.Request.Host.Host, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            await http.Response.WriteAsync("The host of this request is not the one the connection was opened for.", http.RequestAborted);
            return;
        }

        var call = await ReadAsync(http, connected);
        var reply = call is null
            ? OversizedBody.Refuse(connected)
            : await clouds(call, http.RequestAborted);
        if (reply.Drop)
            http.Abort();
        else
            await WriteAsync(http.Response, reply, call?.RequestId);
    }

    private static async Task<Call?> ReadAsync(HttpContext http, string host)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBody)
                return null;
        }

        return new Call
        {
            Method = http.Request.Method,
            Host = host,
            Segments = (http.Request.Path.Value ?? "/").Split('/', StringSplitOptions.RemoveEmptyEntries),
            Query = http.Request.Query,
            Headers = http.Request.Headers,
            Body = body.ToArray(),
        };
    }

    private async Task WriteAsync(HttpResponse response, Reply reply, string? requestId)
    {
        response.StatusCode = reply.Status;
        response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        if (requestId is not null)
        {
            response.Headers["x-ms-request-id"] = requestId;
            response.Headers["X-Request-Id"] = requestId;
        }

        foreach (var (name, value) in reply.Headers)
            response.Headers[name] = value;
        var text = reply.Text ?? reply.Body?.ToJsonString();
        if (text is null || reply.Status == StatusCodes.Status204NoContent)
            return;
        response.ContentType = reply.ContentType;
        await response.WriteAsync(text);
    }
}
