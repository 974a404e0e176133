using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.ResourceManager;
using Azure.ResourceManager.Resources;
using ByokConsole.Adapters.AzureCloud.Wire;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Adapters.AzureCloud;

/// <summary>The vaults port over Resource Manager.</summary>
internal sealed class ArmVaults(ArmClient arm, AzurePipeline pipeline, AzureCalls calls) : IVaults
{
    public Task<Answer<Vault>> GetAsync(VaultResourceId id, CancellationToken cancellationToken)
        => calls.AskAsync(
            CloudAct.Read(CloudService.ResourceManager, $"read vault {id.VaultName} of resource group {id.ResourceGroup}"),
            () => ReadAsync(async () =>
            {
                var response = await arm.GetGenericResource(new ResourceIdentifier(id.ToString()))
                    .GetAsync(cancellationToken).ConfigureAwait(false);
                var raw = response.GetRawResponse();
                return Response.FromValue(VaultShapes.Vault(AzurePipeline.Read<WireVault>(raw.Content.ToStream())), raw);
            }),
            cancellationToken);

    public Task<Answer<IReadOnlyList<AzureSubscription>>> ListSubscriptionsAsync(CancellationToken cancellationToken)
        => calls.AskAsync(
            CloudAct.Read(CloudService.ResourceManager, "list the subscriptions"),
            () => ReadAsync(async () =>
            {
                List<AzureSubscription> subscriptions = [];
                Response? raw = null;
                await foreach (var page in arm.GetSubscriptions().GetAllAsync(cancellationToken).AsPages().ConfigureAwait(false))
                {
                    raw = page.GetRawResponse();
                    subscriptions.AddRange(page.Values.Select(Subscription).OfType<AzureSubscription>());
                }

                return Response.FromValue<IReadOnlyList<AzureSubscription>>(
                    subscriptions, raw ?? throw new JsonException("The list has no page."));
            }),
            cancellationToken);

    public Task<Answer<IReadOnlyList<Vault>>> ListAsync(Guid subscriptionId, CancellationToken cancellationToken)
        => calls.AskAsync(
            CloudAct.Read(CloudService.ResourceManager, $"list the vaults of subscription {subscriptionId}"),
            () => AzurePages.ReadAllAsync<WireVault, Vault>(
                pipeline,
                // The client library lists resources without their properties.
                new Uri($"https://management.azure.com/subscriptions/{subscriptionId}/providers/Microsoft.KeyVault/vaults?api-version={AzureClients.VaultApiVersion}"),
                VaultShapes.Vault,
                cancellationToken),
            cancellationToken);

    /// <summary>The client library meets an answer of another shape with an argument of its own that is wrong.</summary>
    private static async Task<Response<T>> ReadAsync<T>(Func<Task<Response<T>>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new JsonException("The answer has another shape.", e);
        }
    }

    private static AzureSubscription? Subscription(SubscriptionResource resource)
        => Guid.TryParse(resource.Data.SubscriptionId, out var id)
            ? new(id, resource.Data.DisplayName ?? id.ToString(), resource.Data.TenantId)
            : null;
}
