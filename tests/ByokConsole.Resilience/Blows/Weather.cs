namespace ByokConsole.Resilience.Blows;

/// <summary>What is left to chance, drawn from the case's seed: how slow the clouds are, whose clock is wrong, who else is at work.</summary>
public sealed record Weather
{
    private static readonly TimeSpan[] Provisioning = [TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(45)];
    private static readonly TimeSpan[] Delays = [TimeSpan.Zero, TimeSpan.FromSeconds(8), TimeSpan.FromMinutes(2)];
    private static readonly TimeSpan[] Skews = [TimeSpan.Zero, TimeSpan.FromSeconds(-90), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(90)];
    private static readonly TimeSpan[] Downtimes = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(20)];

    /// <summary>Everything at once and no clock wrong.</summary>
    public static Weather Calm { get; } = new();

    public TimeSpan ProvisioningTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a role assignment takes to be effective.</summary>
    public TimeSpan PropagationDelay { get; init; }

    /// <summary>How long a registration takes to become valid.</summary>
    public TimeSpan ValidationDelay { get; init; }

    /// <summary>How far the clock of the console that is struck is ahead of the clouds'.</summary>
    public TimeSpan SkewBefore { get; init; }

    /// <summary>The same of the console that goes on.</summary>
    public TimeSpan SkewAfter { get; init; }

    /// <summary>From the blow to the next console.</summary>
    public TimeSpan Downtime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>So many attempts of the write suffer the fault.</summary>
    public int FaultyAttempts { get; init; } = 1;

    /// <summary>What a 429 asks for, in seconds; null when it asks for nothing.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>
    /// The console is not killed but stands still while another one takes the run over, and wakes up after so many turns of that one. Null: killed.
    /// </summary>
    public int? WakesAfter { get; init; }

    public static Weather Of(Case one)
    {
        if (one.Seed == 0)
            return Calm;
        var chance = new Random(Hash(one.Id));
        var weather = new Weather
        {
            ProvisioningTime = Pick(Provisioning),
            PropagationDelay = Pick(Delays),
            ValidationDelay = Pick(Delays),
            SkewBefore = Pick(Skews),
            SkewAfter = Pick(Skews),
            Downtime = Pick(Downtimes),
            FaultyAttempts = chance.Next(1, 3),
            RetryAfter = Pick<int?>([null, 1, 30]),
        };
        // A request that stands still on its way for longer than the next console waits, and leaves after all, is stopped by nobody but the cloud.
        int[] turns = one.Point.Moment is Moment.BeforeSend ? [1, 2] : [1, 2, 4, int.MaxValue];
        return one.Seed % 3 == 2 ? weather with { WakesAfter = Pick(turns) } : weather;

        T Pick<T>(T[] values) => values[chance.Next(values.Length)];
    }

    /// <summary>FNV-1a: the same in every process, as the runtime's own is not.</summary>
    private static int Hash(string text) => text.Aggregate(unchecked((int)2166136261), (hash, letter) => unchecked((hash ^ letter) * 16777619));
}
