using ByokConsole.Core;

namespace ByokConsole.Web.Api;

/// <summary>A name of a closed set in an address, written as in the answers: <c>?state=needs_person</c>.</summary>
internal static class Word
{
    /// <summary>Reads it, or null where none is given; case does not matter, nor does a hyphen for an underscore.</summary>
    /// <param name="name">The parameter's name, for the refusal.</param>
    /// <exception cref="BadHttpRequestException">It is none of the set.</exception>
    public static T? Read<T>(string? text, string name)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        var words = Array.ConvertAll(values, Codes.Of);
        return Among(text, name, words) is { } word ? values[Array.IndexOf(words, word)] : null;
    }

    /// <summary>Reads a word of another's closed set, as that other writes it, or null where none is given; case and hyphens as above.</summary>
    /// <exception cref="BadHttpRequestException">It is none of the set.</exception>
    public static string? Among(string? text, string name, params ReadOnlySpan<string> words)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        foreach (var word in words)
        {
            if (word.Equals(text.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))
                return word;
        }
        throw new BadHttpRequestException($"{name} is one of {string.Join(", ", words!)}.");
    }
}
