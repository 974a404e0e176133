using System.Text.Json;
using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>What a new cluster is held to; every problem names its field by JSON pointer.</summary>
public sealed class NewClusterRules(World world, RegistrationRoutes registrations)
{
    /// <summary>Not published as a number; derived from the published ceiling of a Dedicated cluster.</summary>
    public const int MostCku = 152;

    internal static bool IsMultiZone(string? availability) => availability is "MULTI_ZONE" or "HIGH";

    internal static int LeastCku(string? availability) => IsMultiZone(availability) ? 2 : 1;

    internal static string? NameProblem(string? name) => string.IsNullOrWhiteSpace(name) ? "display_name is required."
        : name.Length > RegistrationRules.LongestName ? $"display_name has at most {RegistrationRules.LongestName} characters."
        : null;

    internal IReadOnlyList<ConfluentProblem> Problems(JsonObject body)
    {
        var misfits = Misfits(body).ToList();
        if (misfits.Count > 0)
            return misfits;
        var spec = body.Object("spec") ?? [];
        (string Pointer, string? Detail)[] judged =
        [
            ("/spec/display_name", NameProblem(spec.Text("display_name"))),
            ("/spec/cloud", Is(spec.Text("cloud"), "AZURE") ? null : "cloud must be AZURE: the sandbox serves no other."),
            ("/spec/region", SeededIds.Regions.Contains(spec.Text("region")) ? null
                : $"Cannot schedule the cluster: region '{spec.Text("region")}' is invalid or unavailable."),
            ("/spec/availability", AvailabilityProblem(spec)),
            .. ConfigProblems(spec),
            ("/spec/environment/id", EnvironmentOf(spec) is null ? $"The environment '{spec.Object("environment").Text("id")}' does not exist." : null),
            ("/spec/network/id", spec.Object("network") is { } network ? NetworkProblem(spec, network) : null),
            ("/spec/byok/id", spec.Object("byok") is { } byok ? KeyProblem(spec, byok) : null),
            ("/spec/deletion_protection", spec.Flag("deletion_protection") is true && IsShared(spec) ? $"{Kind(spec)} clusters have no deletion protection." : null),
        ];
        return [.. judged.Where(one => one.Detail is not null).Select(one => new ConfluentProblem(one.Detail!, one.Pointer))];
    }

    private static IEnumerable<ConfluentProblem> Misfits(JsonObject body) => BodyShape.Misfits(
        body,
        ("/spec", JsonValueKind.Object),
        ("/spec/display_name", JsonValueKind.String),
        ("/spec/cloud", JsonValueKind.String),
        ("/spec/region", JsonValueKind.String),
        ("/spec/availability", JsonValueKind.String),
        ("/spec/config", JsonValueKind.Object),
        ("/spec/config/kind", JsonValueKind.String),
        ("/spec/config/cku", JsonValueKind.Number),
        ("/spec/environment", JsonValueKind.Object),
        ("/spec/environment/id", JsonValueKind.String),
        ("/spec/network", JsonValueKind.Object),
        ("/spec/network/id", JsonValueKind.String),
        ("/spec/byok", JsonValueKind.Object),
        ("/spec/byok/id", JsonValueKind.String),
        ("/spec/deletion_protection", JsonValueKind.True));

    private static string? AvailabilityProblem(JsonObject spec) => spec.Text("availability") switch
    {
        "SINGLE_ZONE" or "LOW" when Kind(spec) is "Enterprise" => "Durability must be HIGH for Enterprise clusters.",
        "SINGLE_ZONE" or "MULTI_ZONE" or "LOW" or "HIGH" => null,
        _ => "availability must be SINGLE_ZONE, MULTI_ZONE, LOW or HIGH.",
    };

    private static IEnumerable<(string Pointer, string? Detail)> ConfigProblems(JsonObject spec)
    {
        var config = spec.Object("config");
        if (Kind(spec) is not ("Basic" or "Standard" or "Dedicated" or "Enterprise"))
            yield return ("/spec/config/kind", "config.kind must be Basic, Standard, Dedicated or Enterprise.");
        if (Kind(spec) is not "Dedicated")
            yield break;
        var least = LeastCku(spec.Text("availability"));
        if (config.Number("cku") is not { } cku || cku < least)
            yield return ("/spec/config/cku", $"CKU must be greater than or equal to {least} for this availability.");
        else if (cku > MostCku)
            yield return ("/spec/config/cku", $"CKU must be {MostCku} at most.");
        if (config?["zones"] is not null)
            yield return ("/spec/config/zones", "On Azure the zones are chosen by Confluent Cloud.");
    }

    private string? NetworkProblem(JsonObject spec, JsonObject network)
    {
        if (Kind(spec) != "Dedicated")
            return "Only Dedicated clusters can be placed in a network.";
        if (world.Networks.Find(network.Text("id") ?? "") is not { } found || found.EnvironmentId != EnvironmentOf(spec)?.Id)
            return $"The network '{network.Text("id")}' does not exist in this environment.";
        if (found.Region != spec.Text("region"))
            return $"The network is in {found.Region}, the cluster in {spec.Text("region")}.";
        return found.Phase == "READY" ? null : $"The network is {found.Phase}.";
    }

    private string? KeyProblem(JsonObject spec, JsonObject byok)
    {
        if (IsShared(spec))
            return $"Self-managed encryption keys are not supported for {Kind(spec)} clusters.";
        if (world.Registrations.Find(byok.Text("id") ?? "") is not { } key)
            return $"The encryption key '{byok.Text("id")}' does not exist.";
        if (registrations.IsKeyInUse(key))
            return "The encryption key is in use by another cluster.";
        if (key.Phase != "VALID")
            return $"The encryption key is not valid or not authorized: {key.Message ?? "it has not been validated yet."}";
        return key.Region == spec.Text("region") ? null : $"The encryption key is in {key.Region}, the cluster in {spec.Text("region")}.";
    }

    private EnvironmentRecord? EnvironmentOf(JsonObject spec) => world.Environments.Find(spec.Object("environment").Text("id") ?? "");

    private static string? Kind(JsonObject spec) => spec.Object("config").Text("kind");

    private static bool IsShared(JsonObject spec) => Kind(spec) is "Basic" or "Standard";

    private static bool Is(string? text, string wanted) => wanted.Equals(text, StringComparison.OrdinalIgnoreCase);
}
