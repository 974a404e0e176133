using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli.Api;

/// <summary>The console's JSON, generated at build time: reading types by reflection would be half of a short command's time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Page))]
[JsonSerializable(typeof(RegisteredKey))]
[JsonSerializable(typeof(KeyDetails))]
[JsonSerializable(typeof(ConfluentEnvironment))]
[JsonSerializable(typeof(KafkaCluster))]
[JsonSerializable(typeof(ConsoleRun))]
[JsonSerializable(typeof(Check))]
[JsonSerializable(typeof(PreflightReport))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(GrantStatus))]
internal sealed partial class WireJson : JsonSerializerContext;
