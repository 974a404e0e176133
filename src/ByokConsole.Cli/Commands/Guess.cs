namespace ByokConsole.Cli.Commands;

/// <summary>What somebody may have meant who mistyped a word.</summary>
internal static class Guess
{
    /// <summary>More slips than these, and it is another word.</summary>
    private const int MostSlips = 2;

    /// <summary>The nearest of these words, or null when none is near.</summary>
    public static string? Of(string typed, IEnumerable<string> words)
        => words.Select(word => (Word: word, Slips: Slips(typed, word)))
            .Where(guess => guess.Slips <= MostSlips && guess.Slips < guess.Word.TrimStart('-').Length)
            .OrderBy(guess => guess.Slips).ThenBy(guess => guess.Word, StringComparer.Ordinal)
            .Select(guess => guess.Word).FirstOrDefault();

    /// <summary>Letters to add, leave out, change or swap with their neighbour, to make one word the other.</summary>
    private static int Slips(string one, string other)
    {
        var slips = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
                slips[i, j] = i == 0 ? j : j == 0 ? i : Least(i, j);
        }
        return slips[one.Length, other.Length];

        int Least(int i, int j)
        {
            var least = Math.Min(Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1, slips[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            return swapped ? Math.Min(least, slips[i - 2, j - 2] + 1) : least;
        }
    }
}
