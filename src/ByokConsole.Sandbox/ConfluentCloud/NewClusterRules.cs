using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Http;
using ByokConsole.Sandbox.Seed;
using ByokConsole.Sandbox.State;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>What a new cluster is held to; every problem names its field by JSON pointer.</summary>
public sealed class NewClusterRules(World world, RegistrationRoutes registrations)
{
    private const string Code = "invalid_configuration";

    internal IEnumerable<(string Code, string Detail, string? Pointer, string? Parameter)> Problems(JsonObject spec)
    {
        var config = spec.Object("config");
        var type = config.Text("kind");
        if (string.IsNullOrWhiteSpace(spec.Text("display_name")))
            yield return (Code, "display_name is required.", "/spec/display_name", null);
        if (spec.Text("cloud")?.ToUpperInvariant() is not "AZURE")
            yield return (Code, "cloud must be AZURE in the sandbox.", "/spec/cloud", null);
        if (!SeededIds.Regions.Contains(spec.Text("region")))
            yield return (Code, $"Cannot schedule the cluster: region '{spec.Text("region")}' is invalid or unavailable.", "/spec/region", null);
        if (spec.Text("availability") is not ("SINGLE_ZONE" or "MULTI_ZONE" or "LOW" or "HIGH"))
            yield return (Code, "availability must be SINGLE_ZONE, MULTI_ZONE, LOW or HIGH.", "/spec/availability", null);
        if (type is not ("Basic" or "Standard" or "Dedicated" or "Enterprise"))
            yield return (Code, "config.kind must be Basic, Standard, Dedicated or Enterprise.", "/spec/config/kind", null);
        if (type == "Dedicated" && config.Number("cku") is var cku && (cku is null || cku < Floor(spec)))
            yield return (Code, $"CKU must be greater than or equal to {Floor(spec)} for this availability.", "/spec/config/cku", null);
        if (world.Environments.Find(spec.Object("environment").Text("id") ?? "") is not { } environment)
            yield return (Code, "environment does not exist.", "/spec/environment/id", null);
        else if (spec.Object("network") is { } network && NetworkProblem(spec, network, environment.Id, type) is { } problem)
            yield return (Code, problem, "/spec/network/id", null);
        if (spec.Object("byok") is { } byok && KeyProblem(spec, byok, type) is { } wrong)
            yield return (Code, wrong, "/spec/byok/id", null);
    }

    private string? NetworkProblem(JsonObject spec, JsonObject network, string environmentId, string? type)
    {
        if (type != "Dedicated")
            return "Only Dedicated clusters can be placed in a network.";
        if (world.Networks.Find(network.Text("id") ?? "") is not { } found || found.EnvironmentId != environmentId)
            return "The network does not exist in this environment.";
        if (found.Region != spec.Text("region"))
            return $"The network is in {found.Region}.";
        return found.Phase == "READY" ? null : $"The network is {found.Phase}.";
    }

    private string? KeyProblem(JsonObject spec, JsonObject byok, string? type)
    {
        if (type is "Basic" or "Standard")
            return $"Self-managed encryption keys are not supported for {type} clusters.";
        if (world.Registrations.Find(byok.Text("id") ?? "") is not { } key)
            return "The encryption key does not exist.";
        if (registrations.StateOf(key) == "IN_USE")
            return "The encryption key is in use by another cluster.";
        if (key.Phase != "VALID")
            return $"Cluster configuration is invalid. The encryption key is not valid or not authorized: {key.Message ?? "it has not been validated yet"}";
        return key.Region == spec.Text("region") ? null : $"The encryption key is in {key.Region}, the cluster in {spec.Text("region")}.";
    }

    private static long Floor(JsonObject spec) => spec.Text("availability") is "MULTI_ZONE" or "HIGH" ? 2 : 1;
}
