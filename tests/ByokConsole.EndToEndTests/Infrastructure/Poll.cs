namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>Waits for what another process will show, by looking.</summary>
internal static class Poll
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static async Task UntilAsync(Func<Task<bool>> isSo, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(isSo))] string what = "")
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Period);
        while (!await isSo())
            Assert.True(await NextAsync(timer, patience.Token), $"Not so after {Patience.TotalSeconds} s: {what}");
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken patience)
    {
        try
        {
            return await timer.WaitForNextTickAsync(patience);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
