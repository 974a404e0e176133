using System.Collections.Concurrent;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>What the challenges told: the tenant of each vault, by host.</summary>
internal sealed class VaultTenants
{
    private readonly ConcurrentDictionary<string, Guid> _tenants = new(StringComparer.OrdinalIgnoreCase);

    public Guid? Find(string host) => _tenants.TryGetValue(host, out var tenant) ? tenant : null;

    public void Remember(string host, Guid tenant) => _tenants[host] = tenant;
}
