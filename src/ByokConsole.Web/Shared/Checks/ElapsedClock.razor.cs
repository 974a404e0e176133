using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Shared.Checks;

/// <summary>
/// A clock that counts up from a moment told by a cloud. It runs on the cloud's time, so a reload shows the same
/// figure; it lies outside every live region, because nobody wants each second read aloud.
/// </summary>
public sealed partial class ElapsedClock : IDisposable
{
    private PeriodicTimer? _timer;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public DateTimeOffset Since { get; set; }

    /// <summary>How far the cloud's clock runs ahead of the console's.</summary>
    [Parameter]
    public TimeSpan CloudAhead { get; set; }

    private string Text
    {
        get
        {
            var elapsed = Time.GetUtcNow() + CloudAhead - Since;
            if (elapsed < TimeSpan.Zero)
                elapsed = TimeSpan.Zero;
            return elapsed.ToString(elapsed.TotalDays >= 1 ? @"d\d\ h\:mm\:ss" : elapsed.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
        }
    }

    public void Dispose() => _timer?.Dispose();

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        _timer = new PeriodicTimer(TimeSpan.FromSeconds(1), Time);
        _ = TickAsync(_timer);
    }

    private async Task TickAsync(PeriodicTimer timer)
    {
        while (await timer.WaitForNextTickAsync())
            await InvokeAsync(StateHasChanged);
    }
}
