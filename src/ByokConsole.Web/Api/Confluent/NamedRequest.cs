using System.Security.Cryptography;
using System.Text;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Web.Api.Confluent;

/// <summary>One request under its caller's <c>Idempotency-Key</c>: noted before it is sent, answered once.</summary>
internal sealed class NamedRequest(IIdempotentRequests store, string id, string content)
{
    /// <summary>The request's name, or null when it has none.</summary>
    public static NamedRequest? Of(HttpRequest request, byte[] body, IIdempotentRequests store)
        => request.Headers[IdempotencyKey.Header].ToString() is { Length: > 0 } key
            ? new NamedRequest(store, Hash($"{CallerCredential.HashOf(request)}\n{request.Method} {request.Path}\n{key}"), Hash(body))
            : null;

    /// <summary>Notes it; what is stored tells whether it is new, or what became of it.</summary>
    /// <param name="cloudTime">The cloud's clock just before.</param>
    public Task<IdempotentRequest> BeginAsync(DateTimeOffset cloudTime, CancellationToken cancellationToken)
        => store.BeginAsync(id, content, cloudTime, cancellationToken);

    /// <summary>True when what is stored was asked for in the same words.</summary>
    public bool IsSame(IdempotentRequest stored) => stored.Content == content;

    /// <summary>
    /// Notes how it went: an answer that made something is kept, one that made nothing is forgotten, and where no clear answer came it stays
    /// in doubt. Not cancelled with the request: the caller may be gone, what was made is not.
    /// </summary>
    public Task EndAsync(int status, byte[] body) => status switch
    {
        >= 200 and < 300 => store.EndAsync(id, status, Encoding.UTF8.GetString(body), CancellationToken.None),
        >= 400 and < 500 => store.ForgetAsync(id, CancellationToken.None),
        _ => Task.CompletedTask,
    };

    private static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
