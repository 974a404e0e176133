namespace ByokConsole.Web.Shared;

/// <summary>How far a word is from another: what somebody meant differs little from what was typed.</summary>
public static class EditDistance
{
    /// <summary>Levenshtein's distance: letters put in, left out or exchanged.</summary>
    public static int Between(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
