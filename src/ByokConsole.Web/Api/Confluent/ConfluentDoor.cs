using System.Net;
using ByokConsole.Adapters;
using Yarp.ReverseProxy.Forwarder;

namespace ByokConsole.Web.Api.Confluent;

/// <summary>Passes a request on to Confluent Cloud as it came, the caller's own credential included, and its answer back.</summary>
internal sealed class ConfluentDoor(IHttpForwarder forwarder, CloudTransport transport) : IDisposable
{
    private const string Cloud = "https://api.confluent.cloud";

    private static readonly ForwarderRequestConfig Patience = new() { ActivityTimeout = TimeSpan.FromSeconds(60) };

    private readonly HttpMessageInvoker _invoker = transport.CreateInvoker();

    public void Dispose() => _invoker.Dispose();

    /// <summary>Sends it once, and never again.</summary>
    public async Task PassAsync(HttpContext context)
    {
        var error = await forwarder.SendAsync(context, Cloud, _invoker, Patience, ConfluentTransformer.Instance);
        if (error is ForwarderError.None || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            return;
        await ConfluentErrors.WriteAsync(context, new ConfluentRefusal(
            (int)HttpStatusCode.BadGateway, "cloud_unreachable",
            "Confluent Cloud gave no clear answer. What was asked for may have been carried out: list before asking again."));
    }

    /// <summary>Reads one object in place of what was asked, and answers with it under another status.</summary>
    public async Task<bool> ReadInsteadAsync(HttpContext context, string path, int status)
    {
        context.Request.Method = HttpMethods.Get;
        context.Request.ContentLength = null;
        context.Request.Body = Stream.Null;
        var error = await forwarder.SendAsync(context, Cloud, _invoker, Patience, new ConfluentTransformer(path, status));
        return error is ForwarderError.None;
    }
}
