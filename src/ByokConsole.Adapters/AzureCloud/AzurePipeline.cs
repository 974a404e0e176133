using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>Sends a request and reads its JSON. Only a status that was named is a success.</summary>
internal sealed class AzurePipeline(HttpPipeline pipeline)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <exception cref="RequestFailedException">Another status, or no answer.</exception>
    /// <exception cref="JsonException">The answer is no such JSON.</exception>
    public async Task<Response<T>> SendAsync<T>(
        RequestMethod method, Uri uri, object? body, Func<Stream, T> read, IReadOnlyList<int> success, CancellationToken cancellationToken)
    {
        var response = await SendAsync(method, uri, body, success, [], cancellationToken).ConfigureAwait(false);
        return Response.FromValue(read(response.ContentStream ?? Stream.Null), response);
    }

    public Task<Response<T>> GetAsync<T>(Uri uri, CancellationToken cancellationToken)
        => SendAsync(RequestMethod.Get, uri, null, Read<T>, [200], cancellationToken);

    /// <exception cref="RequestFailedException">Another status, or no answer.</exception>
    public async Task<Response> SendAsync(
        RequestMethod method,
        Uri uri,
        object? body,
        IReadOnlyList<int> success,
        IReadOnlyList<HttpHeader> headers,
        CancellationToken cancellationToken)
    {
        var request = pipeline.CreateRequest();
        request.Method = method;
        request.Uri.Reset(uri);
        request.Headers.Add(HttpHeader.Common.JsonAccept);
        foreach (var header in headers)
            request.Headers.Add(header);
        if (body is not null)
        {
            request.Headers.Add(HttpHeader.Common.JsonContentType);
            request.Content = RequestContent.Create(BinaryData.FromObjectAsJson(body, Json));
        }

        var response = await pipeline.SendRequestAsync(request, cancellationToken).ConfigureAwait(false);
        return success.Contains(response.Status) ? response : throw new RequestFailedException(response);
    }

    /// <exception cref="JsonException">The stream holds no such JSON.</exception>
    public static T Read<T>(Stream content)
        => JsonSerializer.Deserialize<T>(content, Json) ?? throw new JsonException("The answer is null.");
}
