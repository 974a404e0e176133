namespace ByokConsole.Tests.Contracts;

/// <summary>Ends a run of tests in which the published contract was broken.</summary>
internal static class BrokenContract
{
    private const int Told = 20;

    /// <param name="violations">What was wrong, and how often.</param>
    /// <exception cref="InvalidOperationException">There are some: the first of them are told.</exception>
    public static void Refuse(IReadOnlyCollection<KeyValuePair<string, int>> violations)
    {
        if (violations.Count == 0)
            return;
        var told = violations.OrderBy(one => one.Key, StringComparer.Ordinal).Take(Told).Select(one => $"{one.Value} times {one.Key}");
        throw new InvalidOperationException($"The published contract was broken in {violations.Count} ways:\n{string.Join('\n', told)}");
    }
}
