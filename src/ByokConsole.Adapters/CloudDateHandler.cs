namespace ByokConsole.Adapters;

/// <summary>Passes calls on, and remembers what the clouds' answers say about their clock.</summary>
internal sealed class CloudDateHandler(HttpMessageHandler inner, TimeProvider time) : DelegatingHandler(inner)
{
    private const long Unknown = long.MinValue;

    private long _aheadTicks = Unknown;

    /// <summary>How far the clouds' clock ran ahead of this machine's at the newest answer, to the second; null before the first.</summary>
    public TimeSpan? Ahead => Interlocked.Read(ref _aheadTicks) is var ticks and not Unknown ? TimeSpan.FromTicks(ticks) : null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Headers.Date is { } date)
            Interlocked.Exchange(ref _aheadTicks, (date - time.GetUtcNow()).Ticks);
        return response;
    }
}
