using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Ports;

/// <summary>Requests that their callers named, so that one that is sent again is known. Every write is durable when the call returns.</summary>
public interface IIdempotentRequests
{
    /// <summary>Notes the request before it is sent, unless it is there; returns the one that is stored.</summary>
    /// <param name="id">What tells it from others: caller, address and name, hashed.</param>
    /// <param name="content">Hash of what it asks for.</param>
    /// <param name="cloudTime">The cloud's clock just before: what was created earlier cannot be the request's.</param>
    Task<IdempotentRequest> BeginAsync(string id, string content, DateTimeOffset cloudTime, CancellationToken cancellationToken);

    /// <summary>Notes what was answered.</summary>
    Task EndAsync(string id, int status, string body, CancellationToken cancellationToken);

    /// <summary>Forgets a request that made nothing: the same name may be used for the next attempt.</summary>
    Task ForgetAsync(string id, CancellationToken cancellationToken);
}
