using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace ByokConsole.Tests.Contracts;

/// <summary>Confluent's published contract: whether a body is what an operation takes, or may answer.</summary>
public static class ConfluentContract
{
    private static readonly IReadOnlyList<JsonObject> Documents = [.. ((string[])["byok-v1", "cmk-v2", "org-v2", "networking-v1"]).Select(Read)];
    private static readonly Dictionary<string, JsonObject> Published
        = Documents.SelectMany(document => document["operations"]!.AsObject()).ToDictionary(pair => pair.Key, pair => pair.Value!.AsObject());

    private static readonly ConcurrentDictionary<string, (JsonSchema Schema, KnownMembers Members)?> Shapes = [];

    /// <summary>The published operation that a request is, as <c>GET /byok/v1/keys/{id}</c>; null when there is none.</summary>
    public static string? OperationOf(string method, IReadOnlyList<string> segments)
    {
        string[] exact = [$"{method} /{string.Join('/', segments)}", $"{method} /{string.Join('/', segments.SkipLast(1))}/{{id}}"];
        return exact.FirstOrDefault(Published.ContainsKey);
    }

    /// <summary>Statuses that an operation may have.</summary>
    public static IReadOnlyList<int> StatusesOf(string operation) => [.. Published[operation]["statuses"]!.AsArray().Select(status => (int)status!)];

    /// <summary>What its query may name, and whether it must.</summary>
    public static IReadOnlyDictionary<string, bool> QueryOf(string operation)
        => Published[operation]["query"]!.AsArray().ToDictionary(one => (string)one!["name"]!, one => (bool)one!["required"]!);

    /// <summary>True when the contract says what the body is like.</summary>
    public static bool HasShape(string shape) => Find(shape) is not null;

    /// <summary>What is wrong with a body, place by place; empty when it is what the contract says. A member that no schema names is wrong, too.</summary>
    /// <param name="shape">Of an answer, method, path as published, and status: <c>GET /byok/v1/keys/{id} 200</c>; of a request without the status.</param>
    public static IReadOnlyList<string> Violations(string shape, string body)
    {
        if (Find(shape) is not var (schema, members))
            throw new ArgumentException($"The contract has no {shape}.", nameof(shape));
        using var parsed = JsonDocument.Parse(body);
        var result = schema.Evaluate(parsed.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        var broken = result.IsValid
            ? []
            : (result.Details ?? []).Where(detail => detail.Errors is not null).SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"));
        return [.. broken, .. members.UnknownIn(parsed.RootElement).Select(pointer => $"{pointer}: the contract names no such member")];
    }

    private static (JsonSchema Schema, KnownMembers Members)? Find(string shape) => Shapes.GetOrAdd(shape, _ =>
    {
        if (Documents.FirstOrDefault(document => document["$defs"]!.AsObject().ContainsKey(shape)) is not { } contract)
            return null;
        var document = contract.DeepClone().AsObject();
        document.Remove("operations");
        document["$ref"] = $"#/$defs/{Uri.EscapeDataString(shape.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))}";
        var definitions = contract["$defs"]!.AsObject();
        return (JsonSchema.FromText(document.ToJsonString()), new KnownMembers(definitions, definitions[shape]!.AsObject()));
    });

    private static JsonObject Read(string name)
        => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "ByokConsole.Tests", "Contracts", $"{name}.json")))!.AsObject();
}
