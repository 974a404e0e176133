using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace ByokConsole.Tests.Contracts;

/// <summary>Confluent's published contract: whether a body is what an operation may answer.</summary>
public static class ConfluentContract
{
    private static readonly JsonObject Keys = Read("byok-v1.json");
    private static readonly JsonObject Clusters = Read("cmk-v2.json");

    /// <summary>What is wrong with a body, place by place; empty when it is what the contract says.</summary>
    /// <param name="operation">Method, path as published, and status: <c>GET /byok/v1/keys/{id} 200</c>.</param>
    public static IReadOnlyList<string> Violations(string operation, string body)
    {
        var contract = operation.Contains("/byok/", StringComparison.Ordinal) ? Keys : Clusters;
        Assert.True(contract["$defs"]!.AsObject().ContainsKey(operation), $"The contract has no {operation}.");
        var document = contract.DeepClone().AsObject();
        document["$ref"] = $"#/$defs/{Uri.EscapeDataString(operation.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))}";
        var schema = JsonSchema.FromText(document.ToJsonString());
        using var parsed = JsonDocument.Parse(body);
        var result = schema.Evaluate(parsed.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? []
            : [.. (result.Details ?? []).Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))];
    }

    private static JsonObject Read(string file)
        => JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "ByokConsole.Tests", "Contracts", file)))!.AsObject();
}
