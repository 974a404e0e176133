namespace ByokConsole.Resilience.Twin;

/// <summary>A way to the clouds on which nothing happens to anybody.</summary>
internal sealed class CloudWire(CloudTwin cloud) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => cloud.SendAsync(request, cancellationToken);
}
