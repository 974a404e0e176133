using ByokConsole.Core.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Adapters.Scheduling;

/// <summary>What a person fills in to have a cluster with a key of the sandbox's good vault.</summary>
internal static class SandboxDraft
{
    public const string Environment = "env-9kx2v";

    /// <summary>Makes the draft and saves it.</summary>
    public static async Task<ClusterDraft> SaveAsync(IServiceProvider services, string key, string name)
    {
        var (drafts, token) = (services.GetRequiredService<DraftService>(), TestContext.Current.CancellationToken);
        var draft = await drafts.CreateAsync(Environment, token);
        (draft.ClusterType, draft.Region, draft.DisplayName, draft.Encryption) = (ClusterType.Dedicated, "eastus", name, EncryptionMode.SelfManaged);
        draft.VaultResourceId = "/subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-eus";
        draft.KeyIdentifier = $"https://kv-orders-eus.vault.azure.net/keys/{key}";
        (draft.TenantId, draft.MaterialGenerated) = ("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11", true);
        Assert.Equal(SaveOutcome.Saved, await drafts.SaveAsync(draft, token));
        return draft;
    }
}
