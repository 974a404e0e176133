using System.Diagnostics;
using System.Globalization;

namespace ByokConsole.Soak;

/// <summary>Looks at the console each second as a page does, and tells a line of figures for each stretch of time.</summary>
internal sealed class Watch(SoakedConsole world, IReadOnlyList<Customer> customers) : IDisposable
{
    private static readonly string[] Looks = [$"api/v1/environments/{Customer.Environment}/clusters?page_size=20", "api/v1/keys?page_size=20", "runs"];

    private readonly HttpClient _client = new() { BaseAddress = world.Address, Timeout = TimeSpan.FromSeconds(20) };
    private readonly List<double> _milliseconds = [];
    private int _unanswered;
    private double _mostMemory;

    public async Task LookAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var look = 0; !stop.IsCancellationRequested; look++)
        {
            var clock = Stopwatch.StartNew();
            try
            {
                using var response = await _client.GetAsync(new Uri(Looks[look % Looks.Length], UriKind.Relative), stop);
                await response.Content.ReadAsByteArrayAsync(stop);
                _milliseconds.Add(clock.Elapsed.TotalMilliseconds);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                _unanswered++;
            }

            _mostMemory = Math.Max(_mostMemory, world.ConsoleMegabytes);
            try
            {
                await timer.WaitForNextTickAsync(stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>What was seen since the last line.</summary>
    public string Line(TimeSpan at, string weather)
    {
        List<double> sorted = [.. _milliseconds.Order()];
        double At(double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {at.TotalMinutes:F0} | {weather} | {world.Clusters + customers.Sum(one => one.Made.Count)} | {world.Starts.Count} | {At(.5):F0} | {At(.99):F0} | {_unanswered} "
                + $"| {_mostMemory:F0} | {world.SandboxMegabytes:F0} | {world.DatabaseMegabytes:F1} |");
        _milliseconds.Clear();
        (_unanswered, _mostMemory) = (0, 0);
        return line;
    }

    public void Dispose() => _client.Dispose();
}
