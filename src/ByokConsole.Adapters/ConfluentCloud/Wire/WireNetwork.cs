namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>networking.v1.Network of confluentinc/ccloud-sdk-go-v2, networking/v1/api/openapi.yaml.</summary>
internal sealed record WireNetwork(string? Id, WireNetwork.NetworkSpec? Spec, WireNetwork.NetworkStatus? Status)
{
    internal sealed record NetworkSpec(
        string? DisplayName, string? Cloud, string? Region, IReadOnlyList<string>? ConnectionTypes, string? Cidr);

    internal sealed record NetworkStatus(string? Phase);
}
