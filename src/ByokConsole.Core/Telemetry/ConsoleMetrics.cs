using System.Diagnostics.Metrics;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Telemetry;

/// <summary>What the console measures of itself for whoever watches it. No measurement names a key, a cluster or a person.</summary>
public sealed class ConsoleMetrics : IDisposable
{
    /// <summary>Name of the one meter.</summary>
    public const string MeterName = "ByokConsole";

    /// <summary>Registered keys by <c>standing</c>, as of the last sweep; nothing before the first.</summary>
    public const string Keys = "byok.keys";

    /// <summary>How long a sweep over all keys in use took, in seconds.</summary>
    public const string Sweeps = "byok.sweep.duration";

    /// <summary>Clusters that look like a run's own, were made by no run and are not said to be wanted, as of the last sweep; nothing before the first.</summary>
    public const string SecondOnes = "byok.clusters.second";

    /// <summary>Runs that ended, by <c>kind</c> and <c>outcome</c>.</summary>
    public const string Runs = "byok.runs";

    /// <summary>How long a cloud took to answer, repeats included, in seconds, by <c>service</c> and <c>outcome</c> ("Ok", or the fault's kind).</summary>
    public const string CloudCalls = "byok.cloud.call.duration";

    private readonly Meter _meter;
    private readonly Histogram<double> _sweeps;
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _cloudCalls;
    private int? _seconds;
    private volatile ILookup<KeyStanding, KeyStanding>? _standings;

    public ConsoleMetrics()
    {
        _meter = new Meter(new MeterOptions(MeterName) { Scope = this });
        _sweeps = _meter.CreateHistogram<double>(Sweeps, "s", "How long a sweep over all keys in use took.");
        _runs = _meter.CreateCounter<long>(Runs, "{run}", "Runs that ended.");
        _cloudCalls = _meter.CreateHistogram<double>(CloudCalls, "s", "How long a cloud took to answer.");
        _meter.CreateObservableGauge(SecondOnes, Seconds, "{cluster}", "Clusters that a run's request seems to have made besides its own.");
        _meter.CreateObservableGauge(Keys, Standings, "{key}", "Registered keys by standing, as of the last sweep.");
    }

    /// <summary>A sweep is over.</summary>
    /// <param name="took">How long it took.</param>
    /// <param name="found">The standing of each key as it is kept now.</param>
    public void Swept(TimeSpan took, IEnumerable<KeyStanding> found)
    {
        _standings = found.ToLookup(standing => standing);
        _sweeps.Record(took.TotalSeconds);
    }

    /// <summary>It was looked for second clusters.</summary>
    public void SecondClusters(int found) => _seconds = found;

    /// <summary>A run has ended.</summary>
    public void Ended(RunKind kind, RunState outcome) => _runs.Add(1, new("kind", $"{kind}"), new("outcome", $"{outcome}"));

    /// <summary>A cloud has answered, or has not within its time.</summary>
    /// <param name="service">Who was asked.</param>
    /// <param name="fault">What kept the answer, or null when it was one.</param>
    /// <param name="took">How long it took.</param>
    public void Called(CloudService service, FaultKind? fault, TimeSpan took)
        => _cloudCalls.Record(took.TotalSeconds, new("service", $"{service}"), new("outcome", fault is { } kind ? $"{kind}" : "Ok"));

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Seconds() => _seconds is { } found ? [new(found)] : [];

    /// <summary>All standings, those of no key too: a value that only vanished would look like the last one.</summary>
    private IEnumerable<Measurement<int>> Standings()
        => _standings is not { } found
            ? []
            : Enum.GetValues<KeyStanding>().Select(standing => new Measurement<int>(found[standing].Count(), new KeyValuePair<string, object?>("standing", $"{standing}")));
}
