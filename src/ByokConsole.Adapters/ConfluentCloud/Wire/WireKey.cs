namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>byok.v1.Key of confluentinc/ccloud-sdk-go-v2, byok/v1/api/openapi.yaml. It is flat; older ones have no validation.</summary>
internal sealed record WireKey(
    string? Id,
    string? DisplayName,
    WireKeyReference? Key,
    string? Provider,
    string? State,
    WireKeyValidation? Validation,
    WireMetadata? Metadata);
