using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Drafts;

/// <summary>The networks a draft's cluster could be placed in: those that can be chosen first, the others with the reason.</summary>
public sealed class NetworkChoices(IKafkaClusters clusters)
{
    public async Task<Answer<IReadOnlyList<NetworkChoice>>> ListAsync(ClusterDraft draft, CancellationToken cancellationToken)
    {
        var answer = await clusters.ListNetworksAsync(draft.EnvironmentId, cancellationToken);
        return answer.Select<IReadOnlyList<NetworkChoice>>(networks =>
        [
            .. networks
                .Where(network => network.Kinds.Contains(draft.Networking))
                .Select(network => new NetworkChoice(network, ReasonAgainst(network, draft.Region)))
                .OrderBy(choice => choice.CanBeChosen ? 0 : 1)
                .ThenBy(choice => choice.Network.DisplayName, StringComparer.OrdinalIgnoreCase),
        ]);
    }

    private static string? ReasonAgainst(ConfluentNetwork network, string? region)
        => !network.Cloud.Equals("AZURE", StringComparison.OrdinalIgnoreCase) ? $"It is on {network.Cloud}; the cluster will be on Azure."
            : region is null ? "Choose the region first."
            : !AzureRegion.Same(network.Region, region) ? $"It is in {network.Region}; the cluster will be in {region}."
            : !network.IsReady ? $"It is {network.Phase}; a cluster needs it READY."
            : null;
}
