namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>org.v2.Environment of confluentinc/ccloud-sdk-go-v2, org/v2/api/openapi.yaml. It is flat.</summary>
internal sealed record WireEnvironment(string? Id, string? DisplayName);
