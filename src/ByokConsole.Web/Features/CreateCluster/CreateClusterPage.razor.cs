using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Features.CreateCluster.Session;
using ByokConsole.Web.Features.Environments;
using ByokConsole.Web.Shared;
using ByokConsole.Web.Shared.Clusters;
using ByokConsole.Web.Shared.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ByokConsole.Web.Features.CreateCluster;

/// <summary>The wizard: one draft, one step per address.</summary>
public sealed partial class CreateClusterPage : IAsyncDisposable
{
    private DraftMirror? _mirror;
    private string? _opened;
    private int _mirrored;
    private Run? _launch;
    private bool _loaded;
    private bool _attached;
    private bool _restored;
    private bool _launching;

    [Inject]
    public required CreateClusterState State { get; init; }

    [Inject]
    public required RunService Runs { get; init; }

    [Inject]
    public required CurrentEnvironment Environment { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    [Inject]
    public required Reconnection Reconnection { get; init; }

    [Parameter]
    public string DraftId { get; set; } = "";

    [Parameter]
    public string? StepName { get; set; }

    /// <summary>Run whose rejection brought the person back here; without it, the draft's last launch.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    public string? RejectedRunId { get; set; }

    private DraftStep? Step
        => StepName is null ? State.Draft.Reached
            : WizardLinks.Parse(StepName);

    public async ValueTask DisposeAsync()
    {
        State.Changed -= Show;
        Reconnection.Happened -= PutBack;
        if (_mirror is not null)
            await _mirror.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        State.Changed += Show;
        Reconnection.Happened += PutBack;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_opened != DraftId)
        {
            _opened = DraftId;
            (_loaded, _attached, _restored) = (false, false, false);
            await State.OpenAsync(DraftId, RejectedRunId);
            _launch = State.IsOpen ? null : await Runs.FindLaunchAsync(DraftId, CancellationToken.None);
            Environment.ComeFrom(State.IsOpen ? State.Draft.EnvironmentId : _launch?.EnvironmentId);
            _loaded = true;
        }
        if (State.IsOpen && Step is DraftStep.Security)
            await Task.WhenAll(State.CheckKeyAsync(), State.Access.ResumeAsync());
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_loaded || !State.IsOpen || Step is null)
            return;
        _mirror ??= new DraftMirror(Script, Assets["Features/CreateCluster/CreateClusterPage.razor.js"]);
        if (!_attached)
        {
            _attached = true;
            _mirrored = State.Draft.Revision;
            await PutBackAsync(_mirror, State.Draft);
        }
        else if (_mirrored != State.Draft.Revision)
        {
            _mirrored = State.Draft.Revision;
            await _mirror.SavedAsync(State.Draft);
        }
    }

    /// <summary>Reads what the tab has kept and the draft does not have: the connection was lost before it came.</summary>
    private async Task PutBackAsync(DraftMirror mirror, ClusterDraft draft)
    {
        if (await mirror.ReadAsync(draft.Id) is not { } entries)
            return;
        if (entries.Acknowledgement is { } acknowledgement)
            State.Acknowledge(acknowledgement);
        if (entries.ApplyTo(draft))
        {
            _restored = true;
            await State.RestoredAsync();
        }
        else
            await mirror.ForgetAsync(draft.Id);
    }

    private async Task ContinueAsync()
    {
        if (Step is not { } step || _launching)
            return;
        State.Judge(step);
        if (StepGate.Of(State, step) is { } blocker)
            await FocusAsync(blocker.ElementId);
        else if (step is DraftStep.Review)
            await LaunchAsync();
        else
        {
            await State.CompleteAsync(step);
            Navigation.NavigateTo(WizardLinks.To(DraftId, step + 1));
        }
    }

    private async Task LaunchAsync()
    {
        _launching = true;
        try
        {
            if (await State.LaunchAsync() is { } run)
                Navigation.NavigateTo(ClusterLinks.Run(run.Id));
        }
        finally
        {
            _launching = false;
        }
    }

    private async Task TakeTheirsAsync()
    {
        if (_mirror is not null)
            await _mirror.ForgetAsync(DraftId);
        _restored = false;
        await State.TakeTheirsAsync();
    }

    private async Task LeaveAsync()
    {
        if (_mirror is not null)
            await _mirror.ForgetAsync(DraftId);
        Navigation.NavigateTo(ClusterLinks.List(State.Draft.EnvironmentId));
    }

    private Task FocusAsync(string elementId) => _mirror?.FocusAsync(elementId) ?? Task.CompletedTask;

    /// <summary>The circuit is the same, but what was entered while nothing came through is in the tab alone.</summary>
    private void PutBack() => _ = InvokeAsync(async () =>
    {
        if (!_attached || _mirror is null || !State.IsOpen)
            return;
        try
        {
            await PutBackAsync(_mirror, State.Draft);
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // Lost once more: the next time asks again.
        }
    });

    private void Show() => _ = InvokeAsync(StateHasChanged);
}
