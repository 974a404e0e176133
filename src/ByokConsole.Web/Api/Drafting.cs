using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Api;

/// <summary>Drafts that live for one request: what a caller asks for, in the form in which the wizard's rules and checks judge it.</summary>
internal static class Drafting
{
    public static ClusterDraft New(string environmentId) => new()
    {
        Id = "",
        EnvironmentId = environmentId,
        Owner = DraftService.LocalOperator,
        CreatedAt = DateTimeOffset.MinValue,
    };

    /// <summary>A key by its three fields.</summary>
    public static ClusterDraft OfKey(string environmentId, string? keyId, string? keyVaultId, string? tenantId, bool materialGenerated)
    {
        var draft = New(environmentId);
        (draft.Encryption, draft.KeySource) = (EncryptionMode.SelfManaged, KeySource.CreateNew);
        (draft.KeyIdentifier, draft.VaultResourceId, draft.TenantId) = (keyId?.Trim() ?? "", keyVaultId?.Trim() ?? "", tenantId?.Trim() ?? "");
        draft.MaterialGenerated = materialGenerated;
        return draft;
    }

    /// <summary>A Dedicated cluster on Azure, without its key.</summary>
    /// <param name="networkId">Its network, or null for the internet.</param>
    public static ClusterDraft OfCluster(string environmentId, string? name, string? region, Availability availability, int? cku, string? networkId)
    {
        var draft = New(environmentId);
        (draft.ClusterType, draft.DisplayName, draft.Region, draft.Availability, draft.Cku) = (ClusterType.Dedicated, name ?? "", region?.Trim(), availability, cku);
        // Which kind of private network it is only its own page tells; for the rules it is enough that it is one.
        (draft.Networking, draft.NetworkId) = networkId is null ? (NetworkKind.Internet, null) : (NetworkKind.PrivateLink, networkId.Trim());
        return draft;
    }
}
