using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>What a cloud refused, as long as the draft still says the same as the run was started with.</summary>
public static class LastRejection
{
    public static IEnumerable<RejectedField> StillTrue(Run run, ClusterDraft draft)
        => run.DraftId != draft.Id || run.Rejection is not { } rejection
            ? []
            : rejection.Fields.Where(field => IsUnchanged(field.Field, run.Input, draft));

    private static bool IsUnchanged(DraftField field, RunInput input, ClusterDraft draft) => field switch
    {
        DraftField.Region => AzureRegion.Same(input.Cluster?.Region ?? input.Region, draft.Region),
        DraftField.Cku => input.Cluster is null || input.Cluster.Cku == draft.Cku,
        DraftField.Availability => input.Cluster is null || input.Cluster.Availability == draft.Availability,
        DraftField.Network => input.Cluster is null || input.Cluster.NetworkId == draft.NetworkId,
        DraftField.DisplayName => input.Cluster is null || input.Cluster.DisplayName == draft.DisplayName.Trim(),
        DraftField.Registration => input.Cluster is null || input.Cluster.KeyRegistrationId == draft.RegistrationId,
        DraftField.VaultResourceId => SameText(input.VaultResourceId, draft.VaultResourceId),
        DraftField.KeyIdentifier => SameText(input.KeyIdentifier, draft.KeyIdentifier),
        DraftField.TenantId => input.TenantId is not { } tenant || (Guid.TryParse(draft.TenantId, out var typed) && typed == tenant),
        _ => true,
    };

    private static bool SameText(string? one, string other)
        => one is null || one.Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);
}
