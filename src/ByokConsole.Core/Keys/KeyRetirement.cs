using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Keys;

/// <summary>Whether a registration may be deleted, and its deletion. The key in Azure is not touched by either.</summary>
public sealed class KeyRetirement(KeyCatalog catalog, IKeyRegistrations registrations)
{
    /// <summary>Why not, or null when it is free. Confluent refuses it as well; here it is told before.</summary>
    public static string? ReasonAgainst(KeyRow row) => row switch
    {
        { Cluster: { } cluster } => $"It serves {cluster.DisplayName} ({cluster.Id}). Delete that cluster first; the registration is free five days later.",
        { Registration.IsInUse: true, FreeAt: { } free } => $"Its cluster {row.LastClusterId} was deleted; Confluent releases it on {free.UtcDateTime:d MMM yyyy, HH:mm} UTC.",
        { Registration.IsInUse: true } => "It is in use, or its cluster was deleted less than five days ago. This console did not see when.",
        _ => null,
    };

    /// <summary>Deletes it, if it is still free when it is looked at once more; null when it is gone, else why not.</summary>
    public async Task<CloudFault?> DeleteAsync(string registrationId, CancellationToken cancellationToken)
    {
        var found = await catalog.FindAsync(registrationId, cancellationToken);
        if (!found.IsOk)
            return found.Fault.Kind is FaultKind.NotFound ? null : found.Fault;
        return ReasonAgainst(found.Value) is { } reason
            ? new CloudFault(CloudService.ConfluentCloud, FaultKind.Refused, reason)
            : (await registrations.DeleteAsync(registrationId, cancellationToken)).Fault;
    }
}
