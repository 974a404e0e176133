using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace ByokConsole.Core.Provisioning;

/// <summary>A question that only a person can answer (for example: is this cluster the one that was asked for?).</summary>
/// <param name="Text">The question with what is known. Free of clocks and counters: another text is another question.</param>
/// <param name="Choices">Possible answers; the id goes back to the run.</param>
public sealed record PersonQuestion(string Text, IReadOnlyList<PersonChoice> Choices)
{
    /// <summary>A command that does the same by hand, for a POSIX shell, or null. The run watches for its effect.</summary>
    public string? Command { get; init; }

    /// <summary>
    /// What this very question is known by: derived from all that it says, so that an answer meant for another one (a stale page, a second
    /// click) is told apart.
    /// </summary>
    [JsonIgnore]
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [Text, Command ?? "", .. Choices.SelectMany(Parts)]))))[..16];

    private static IEnumerable<string> Parts(PersonChoice choice)
        => [choice.Id, choice.Label, choice.TextLabel ?? "", choice.ExpectedText ?? "", .. choice.Options.Select(option => $"{option.Id} {option.Label}")];
}
