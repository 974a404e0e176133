using ByokConsole.Core.Identifiers;

namespace ByokConsole.Core.Preflight.Words;

/// <summary>What the checks of the vault say.</summary>
public static class VaultMessages
{
    private const string Minutes = "Azure applies it within minutes; Confluent tries the key again by itself.";

    public static CheckMessage AccessPolicies { get; } = new(
        "This vault decides by access policies; Confluent needs Azure RBAC.", "Switch it on, or choose another vault.")
    {
        Means = $"Confluent's two roles count for nothing here. {Stakes.StopsWhenNeeded}",
        Takes = Minutes,
    };

    public static CheckMessage TrustedServicesKeptOut { get; } = new(
        "The vault's firewall keeps trusted Microsoft services out, and Confluent with them.", "Let them pass.")
    {
        Means = Stakes.StopsWhenNeeded,
        Takes = Minutes,
    };

    public static CheckMessage PurgeUnprotected { get; } = new(
        "Purge protection is off: whoever may purge could destroy the key, and with it the cluster's data, at once.", "Switch it on.")
    {
        Means = "Nothing is lost yet. After a purge nobody, neither Confluent nor Microsoft, could bring the data back.",
    };

    public static CheckMessage PurgeContradiction { get; } = new(
        "Azure says that purge protection is on, the key says that it can be purged.", "It may have been switched on moments ago: ask again.");

    public static CheckMessage Missing(VaultResourceId id) => new(
        $"Azure has no vault {id.VaultName} in resource group {id.ResourceGroup} of that subscription.", "Check the resource ID, or pick the vault.")
    {
        Means = $"Without its vault the key is out of reach. {Stakes.StopsWhenNeeded} A deleted vault can be recovered until Azure purges it; after that the data is lost.",
        Takes = Minutes,
    };

    public static CheckMessage OtherTenant(Guid actual) => new(
        $"This vault belongs to tenant {actual}.", "Give that one, or choose another vault.");

    /// <summary>Of a key that serves a cluster: the registration is what was agreed, and the vault has moved.</summary>
    public static CheckMessage Moved(Guid actual, Guid agreed) => new(
        $"This vault belongs to tenant {actual} now; the key is registered for tenant {agreed}.",
        "Move the subscription back to that tenant, and give the two roles again.")
    {
        Means = $"Role assignments do not move with a vault, and Confluent asks the registered tenant. {Stakes.StopsWhenNeeded}",
        Takes = Minutes,
    };

    public static CheckMessage OtherRegion(string vaultRegion, string region) => new(
        $"This vault is in {vaultRegion}, the cluster will be in {region}.", $"Choose a vault in {region}, or change the region.");

    public static CheckMessage OtherRegionThanItsCluster(string vaultRegion, string region) => new(
        $"This vault is in {vaultRegion}, the cluster is in {region}.", "A vault cannot move; ask Confluent's support whether this cluster is safe.")
    {
        Means = "Nothing is lost by it. Confluent supports a key in the cluster's own region only.",
    };

    public static CheckMessage NamesDiffer(string vaultName, string ofKey) => new(
        $"The resource ID names the vault {vaultName}, the key identifier {ofKey}.", "Make them name the same vault.");

    public static CheckMessage HostDiffers(string host, string ofKey) => new(
        $"Azure says that this vault answers at {host}, the key identifier names {ofKey}.", "");
}
