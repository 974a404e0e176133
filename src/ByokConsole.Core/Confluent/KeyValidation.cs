namespace ByokConsole.Core.Confluent;

/// <summary>Confluent's own opinion of a registered key.</summary>
/// <param name="Phase">"INITIALIZING", "VALID", "INVALID" or a value unknown today.</param>
/// <param name="Since">When phase or message last changed.</param>
/// <param name="Message">Why, when it is not valid, or null.</param>
/// <param name="Region">Region of the key once validated, or null.</param>
public sealed record KeyValidation(string Phase, DateTimeOffset? Since, string? Message, string? Region)
{
    public bool Is(string phase) => Phase.Equals(phase, StringComparison.OrdinalIgnoreCase);
}
