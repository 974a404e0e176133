using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Api.Clusters;

/// <summary>A Dedicated cluster on Azure to create.</summary>
public sealed record NewClusterOrder
{
    /// <summary>Its name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Azure region, such as <c>westeurope</c>.</summary>
    public string? Region { get; init; }

    /// <summary><c>single_zone</c> or <c>multi_zone</c>.</summary>
    public Core.Confluent.Availability Availability { get; init; }

    /// <summary>Size in CKU: at least 1 in a single zone, 2 in several.</summary>
    public int Cku { get; init; } = 1;

    /// <summary>Network, <c>n-…</c>; absent for the internet.</summary>
    public string? NetworkId { get; init; }

    /// <summary>Registration of your key, <c>cck-…</c>; absent for automatic encryption. It can never be changed later.</summary>
    public string? RegistrationId { get; init; }

    /// <summary>You attest that the key was generated in the vault, if that was not said when it was registered.</summary>
    public bool MaterialGenerated { get; init; }

    /// <summary>The same as a draft that nobody saves; its key is told by the registration.</summary>
    internal ClusterDraft ToDraft(string environmentId)
    {
        var draft = Drafting.OfCluster(environmentId, DisplayName, Region, Availability, Cku, NetworkId);
        draft.MaterialGenerated = MaterialGenerated;
        return draft;
    }
}
