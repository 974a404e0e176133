namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>org.v2.Organization of confluentinc/ccloud-sdk-go-v2, org/v2/api/openapi.yaml; only what is read of it.</summary>
internal sealed record WireOrganization(string? Id);
