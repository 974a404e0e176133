using ByokConsole.Core.Revocation;

namespace ByokConsole.Resilience.Scenarios;

/// <summary>What a person answers where a run leaves the choice.</summary>
/// <param name="Key">Choice about the vault key.</param>
/// <param name="DeletesRegistration">True when the registration is to go once it is released.</param>
internal sealed record Wishes(string Key = AnswerIds.KeepKey, bool DeletesRegistration = false);
