namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>byok.v1.KeyValidation; phase is an open set.</summary>
internal sealed record WireKeyValidation(string? Phase, DateTimeOffset? Since, string? Message, string? Region);
