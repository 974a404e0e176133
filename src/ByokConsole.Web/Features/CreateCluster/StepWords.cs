using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Identifiers;

namespace ByokConsole.Web.Features.CreateCluster;

/// <summary>What each step is called, what it decides, and what was chosen in it.</summary>
public static class StepWords
{
    public static string Title(DraftStep step) => step switch
    {
        DraftStep.Type => "Cluster type",
        DraftStep.Region => "Region and zones",
        DraftStep.Networking => "Networking",
        DraftStep.Security => "Security",
        _ => "Review and launch",
    };

    public static string Decides(DraftStep step) => step switch
    {
        DraftStep.Type => "Basic to Dedicated",
        DraftStep.Region => "Where it runs",
        DraftStep.Networking => "How clients reach it",
        DraftStep.Security => "Who holds the key",
        _ => "Check, then create",
    };

    public static string Choice(ClusterDraft draft, DraftStep step) => step switch
    {
        DraftStep.Type => $"{draft.ClusterType}, {draft.Cku} CKU",
        DraftStep.Region => $"Azure {(string.IsNullOrWhiteSpace(draft.Region) ? "(no region yet)" : draft.Region)}, {Zones(draft.Availability)}",
        DraftStep.Networking => draft.NetworkId is { } network ? $"{Networking(draft.Networking)}, {network}" : Networking(draft.Networking),
        DraftStep.Security => draft.Encryption is EncryptionMode.Automatic ? "Automatic" : $"Self-managed, {KeyName(draft)}",
        _ => Decides(step),
    };

    public static string Zones(Availability availability) => availability is Availability.MultiZone ? "multi zone" : "single zone";

    public static string Networking(NetworkKind kind) => kind switch
    {
        NetworkKind.Peering => "VNet peering",
        NetworkKind.PrivateLink => "Private Link",
        _ => "Internet",
    };

    /// <summary>Whether the draft names a key at all.</summary>
    public static bool HasKey(ClusterDraft draft) => KnownName(draft) is not null;

    public static string KeyName(ClusterDraft draft) => KnownName(draft) ?? "no key yet";

    private static string? KnownName(ClusterDraft draft)
        => KeyIdentifier.TryParse(draft.KeyIdentifier.Trim(), out var key) ? key.KeyName : draft.RegistrationId;
}
