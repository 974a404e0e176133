using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Builders;

/// <summary>Vaults as Resource Manager would show them, as a test sets them up.</summary>
public sealed class InMemoryVaults : IVaults
{
    public List<AzureSubscription> Subscriptions { get; } = [];

    public List<Vault> Vaults { get; } = [];

    /// <summary>While set, every question gets this answer.</summary>
    public CloudFault? Fault { get; set; }

    public Task<Answer<Vault>> GetAsync(VaultResourceId id, CancellationToken cancellationToken)
        => Task.FromResult<Answer<Vault>>(Fault is not null ? Fault
            : Vaults.Find(vault => vault.Id.Equals(id)) is { } found ? found
            : new CloudFault(CloudService.ResourceManager, FaultKind.NotFound, "The vault was not found.") { Status = 404 });

    public Task<Answer<IReadOnlyList<AzureSubscription>>> ListSubscriptionsAsync(CancellationToken cancellationToken)
        => Task.FromResult<Answer<IReadOnlyList<AzureSubscription>>>(Fault is not null ? Fault : Subscriptions);

    public Task<Answer<IReadOnlyList<Vault>>> ListAsync(Guid subscriptionId, CancellationToken cancellationToken)
        => Task.FromResult<Answer<IReadOnlyList<Vault>>>(
            Fault is not null ? Fault : Vaults.FindAll(vault => vault.Id.SubscriptionId == subscriptionId));
}
