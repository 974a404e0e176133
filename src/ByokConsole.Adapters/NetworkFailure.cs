namespace ByokConsole.Adapters;

/// <summary>What a failure below HTTP tells.</summary>
internal static class NetworkFailure
{
    /// <summary>True when the request cannot have reached the cloud, so that a write certainly did not happen.</summary>
    public static bool NeverArrived(Exception exception)
        => Find(exception)?.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    /// <summary>The end of a sentence that starts with the service's name.</summary>
    public static string Reason(Exception exception) => Find(exception)?.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "has no such host",
        HttpRequestError.ProxyTunnelError => "cannot be reached: the proxy opens no way to this host",
        HttpRequestError.SecureConnectionError => "did not prove who it is (TLS)",
        HttpRequestError.ConnectionError => "cannot be reached",
        _ => "gave no complete answer",
    };

    private static HttpRequestException? Find(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is HttpRequestException found)
                return found;
        }

        return null;
    }
}
