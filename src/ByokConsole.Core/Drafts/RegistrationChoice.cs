using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.Drafts;

/// <summary>A key that is registered already, or the reason why it cannot be chosen.</summary>
public sealed record RegistrationChoice(KeyRegistration Registration, string? Reason);
