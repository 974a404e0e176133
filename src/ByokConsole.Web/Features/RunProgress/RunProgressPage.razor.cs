using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Features.Environments;
using ByokConsole.Web.Shared;
using ByokConsole.Web.Shared.Runs;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.RunProgress;

/// <summary>One run as its journal tells it, live. Closing the page changes nothing about the run.</summary>
public sealed partial class RunProgressPage : IDisposable
{
    /// <summary>A rejection this young is news to whoever comes from the wizard; an older one was seen.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly List<RunEvent> _events = [];
    private CancellationTokenSource _left = new();
    private Run? _run;
    private string? _shown;
    private bool _loaded;
    private bool _busy;
    private bool _dialogOpen;

    [Inject]
    public required CurrentEnvironment Environment { get; init; }

    [Inject]
    public required RunService Runs { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public string RunId { get; set; } = "";

    private IReadOnlyList<Crumb> Way => [new("Runs", "/runs"), new(RunId)];

    private bool CanCancel => _run is { HasEnded: false } run && Cancelling.IsPossible(run);

    // Changes with the steps, never with the clock.
    private string Announcement => _run is null ? "" : $"{RunWords.State(_run).Word}. {StepTimeline.Summary(_run)}";

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == RunId)
            return;
        _shown = RunId;
        await LeaveAsync();
        var left = _left.Token;
        if (await Runs.FindAsync(RunId, left) is { } run)
        {
            await ShowAsync(run, left);
            // A key that was registered by a script belongs to no environment.
            if (run.EnvironmentId.Length > 0)
                Environment.ComeFrom(run.EnvironmentId);
        }
        _loaded = true;
        _dialogOpen = RendererInfo.IsInteractive
            && _run is { State: RunState.Failed, Rejection: not null, EndedAt: { } ended } && Clock.GetUtcNow() - ended < Fresh;
        if (RendererInfo.IsInteractive && _run is { HasEnded: false })
            _ = WatchAsync(RunId, left);
    }

    private async Task LeaveAsync()
    {
        await _left.CancelAsync();
        _left.Dispose();
        _left = new CancellationTokenSource();
        _events.Clear();
        (_run, _loaded, _busy, _dialogOpen) = (null, false, false, false);
    }

    private async Task WatchAsync(string runId, CancellationToken left)
    {
        try
        {
            await foreach (var run in Runs.WatchAsync(runId, left))
            {
                await InvokeAsync(() => ShowAsync(run, left));
                if (run.HasEnded)
                    return;
            }
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception unexpected)
        {
            await DispatchExceptionAsync(unexpected);
        }
    }

    private async Task ShowAsync(Run run, CancellationToken left)
    {
        var last = _events.Count > 0 ? _events[^1].Sequence : 0;
        _events.AddRange(await Runs.EventsAsync(run.Id, last, left));
        _dialogOpen |= _run is { HasEnded: false } && run is { State: RunState.Failed, Rejection: not null };
        _run = run;
        StateHasChanged();
    }

    private Task AnswerAsync(PersonAnswer answer) => ActAsync(() => Runs.AnswerAsync(RunId, answer, CancellationToken.None));

    private Task CancelAsync() => ActAsync(() => Runs.CancelAsync(RunId, CancellationToken.None));

    private async Task ActAsync(Func<Task> act)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            await act();
        }
        finally
        {
            _busy = false;
        }
    }
}
