using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Core.Ports;

/// <summary>Vaults as Azure Resource Manager shows them to the console's credential. Reads only; expected failures are faults.</summary>
public interface IVaults
{
    Task<Answer<Vault>> GetAsync(VaultResourceId id, CancellationToken cancellationToken);

    Task<Answer<IReadOnlyList<AzureSubscription>>> ListSubscriptionsAsync(CancellationToken cancellationToken);

    Task<Answer<IReadOnlyList<Vault>>> ListAsync(Guid subscriptionId, CancellationToken cancellationToken);
}
