using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>
/// A body that leaves soon after it was asked for, or never. A process may be stopped anywhere on the way to the wire and go on a minute
/// later, when another console has long looked for what this request was to make, found nothing, and asked for it itself. The body is
/// written in one go right before the request leaves, so this is the last moment to think better of it.
/// </summary>
internal sealed class TimelyContent : HttpContent
{
    /// <summary>Together with the time that a run gives its intent, well below the time after which it is asked for again.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly byte[] _body;
    private readonly TimeProvider _time;
    private readonly long _asked;

    public TimelyContent(byte[] json, TimeProvider time)
    {
        (_body, _time, _asked) = (json, time, time.GetTimestamp());
        Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => _time.GetElapsedTime(_asked) <= Limit
            ? stream.WriteAsync(_body).AsTask()
            : throw new HttpRequestException(HttpRequestError.ConnectionError, "The request was held up on its way and is no longer sent.");

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
