namespace ByokConsole.Resilience.Blows;

/// <summary>One run of the harness: a point, what befalls the write there, and the seed of everything that is left to chance.</summary>
public sealed record Case(Point Point, Fault Fault, int Seed)
{
    /// <summary>What <c>replay</c> takes.</summary>
    public string Id => $"{Point.Id}/{Fault}/{Seed}";
}
