using ByokConsole.Core.Clouds;
using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Keys;

/// <summary>The display names of registrations: their one rule, and their change.</summary>
public sealed class KeyNames(IKeyRegistrations registrations)
{
    /// <summary>Characters of a display name; nobody publishes a limit, and lists show no more.</summary>
    public const int MaxLength = 100;

    /// <summary>What is wrong with a name, or null.</summary>
    public static string? ProblemWith(string name) => name.Trim() switch
    {
        "" => "A name is needed.",
        { Length: > MaxLength } => $"At most {MaxLength} characters.",
        var text when text.Any(char.IsControl) => "A name holds no line breaks and no control characters.",
        _ => null,
    };

    /// <summary>Renames it; null when that worked, else why not.</summary>
    public async Task<CloudFault?> RenameAsync(string registrationId, string name, CancellationToken cancellationToken)
        => (await registrations.RenameAsync(registrationId, name.Trim(), cancellationToken)).Fault;
}
