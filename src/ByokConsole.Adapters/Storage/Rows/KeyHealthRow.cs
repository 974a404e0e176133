using ByokConsole.Core.KeyHealth;

namespace ByokConsole.Adapters.Storage.Rows;

/// <summary>The newest report of a key's health.</summary>
internal sealed class KeyHealthRow
{
    public required string RegistrationId { get; init; }

    public required KeyHealthReport Report { get; set; }
}
