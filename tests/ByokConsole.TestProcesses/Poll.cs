using System.Runtime.CompilerServices;

namespace ByokConsole.TestProcesses;

/// <summary>Waits for what another process or the clouds' own pace will bring, by looking.</summary>
public static class Poll
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <exception cref="TimeoutException">It is never so.</exception>
    public static Task UntilAsync(Func<Task<bool>> isSo, [CallerArgumentExpression(nameof(isSo))] string what = "") => UntilAsync(isSo, so => so, what);

    /// <summary>Looks until what is seen is so, and gives it.</summary>
    /// <exception cref="TimeoutException">It is never so; the message holds what was seen last.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isSo, [CallerArgumentExpression(nameof(isSo))] string what = "")
    {
        var began = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Period);
        while (true)
        {
            var seen = await look();
            if (isSo(seen))
                return seen;
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"Not so after {Patience.TotalSeconds} s, but {seen}: {what}");
            await timer.WaitForNextTickAsync();
        }
    }
}
