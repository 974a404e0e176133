namespace ByokConsole.Core.Confluent;

/// <summary>A networking/v1 network.</summary>
/// <param name="Id"><c>n-…</c></param>
/// <param name="Phase">"PROVISIONING", "READY", "FAILED", "DEPROVISIONING" or a value unknown today.</param>
/// <param name="Cloud">"AZURE", … as given.</param>
/// <param name="Cidr">/16 of a peering network, or null.</param>
public sealed record ConfluentNetwork(
    string Id, string DisplayName, string Cloud, string Region, IReadOnlyList<NetworkKind> Kinds, string Phase, string? Cidr)
{
    public bool IsReady => Phase.Equals("READY", StringComparison.OrdinalIgnoreCase);
}
