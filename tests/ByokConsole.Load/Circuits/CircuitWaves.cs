using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace ByokConsole.Load.Circuits;

/// <summary>Waves of open pages against one console: all of a wave are open together, then half of them are closed and half are cut off.</summary>
internal sealed partial class CircuitWaves : IDisposable
{
    /// <summary>How many come at the same time.</summary>
    private const int Abreast = 8;

    /// <summary>A page that takes so long does not open.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Pages =
    [
        "environments/env-4mq7d/clusters", "environments/env-4mq7d/clusters/lkc-st4g1n", "environments/env-4mq7d/clusters/lkc-st4g1n/settings/security",
        "keys", "keys/cck-st4g1", "runs", "environments/env-4mq7d/drafts",
    ];

    private static readonly string[] Steps = ["type", "region", "networking", "security", "review"];

    private readonly HttpClient _client;
    private readonly string[] _paths;

    private CircuitWaves(HttpClient client, string draft)
    {
        _client = client;
        _paths = [.. Pages, .. Steps.Select(step => $"drafts/{draft}/{step}")];
    }

    /// <summary>Makes the draft whose steps are among the pages.</summary>
    public static async Task<CircuitWaves> PrepareAsync(Uri console)
    {
        var client = new HttpClient { BaseAddress = console };
        using var patience = new CancellationTokenSource(Patience);
        await using var page = await LiveCircuit.OpenAsync(client, "environments/env-9kx2v/clusters/new", patience.Token);
        var draft = DraftId().Match(await page.LedTo.WaitAsync(patience.Token)).Value;
        await page.CloseAsync();
        return new(client, draft);
    }

    /// <summary>Opens so many pages, and lets go of them.</summary>
    /// <param name="closed">The share that is closed as a browser closes a page; the others are cut off.</param>
    /// <param name="whileOpenAsync">What is done while all of them are open.</param>
    public async Task<WaveFigures> RunAsync(int circuits, double closed, Func<Task> whileOpenAsync)
    {
        var opened = new ConcurrentBag<LiveCircuit>();
        var failures = new ConcurrentBag<Exception>();
        await Parallel.ForAsync(0, circuits, new ParallelOptions { MaxDegreeOfParallelism = Abreast }, async (number, _) =>
        {
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                opened.Add(await LiveCircuit.OpenAsync(_client, _paths[number % _paths.Length], patience.Token));
            }
            catch (Exception e) when (e is InvalidOperationException or HttpRequestException or OperationCanceledException or IOException)
            {
                failures.Add(e);
            }
        });
        var figures = WaveFigures.Of(opened, failures);
        await whileOpenAsync();
        await Task.WhenAll(opened.Select((circuit, number) => LetGoAsync(circuit, number < closed * opened.Count)));
        return figures;
    }

    public void Dispose() => _client.Dispose();

    private static async Task LetGoAsync(LiveCircuit circuit, bool isClosed)
    {
        if (isClosed)
            await circuit.CloseAsync();
        else
            circuit.Cut();
        await circuit.DisposeAsync();
    }

    [GeneratedRegex("d-[a-z0-9]+")]
    private static partial Regex DraftId();
}
