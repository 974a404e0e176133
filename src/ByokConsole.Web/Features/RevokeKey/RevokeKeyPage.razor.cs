using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Web.Shared;
using ByokConsole.Web.Shared.Clusters;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.RevokeKey;

/// <summary>
/// The revocation of a cluster's key: the one under way, else the newest one as a record, else the offer to start one. A visit starts
/// nothing. All that the page shows comes from the journal; all that it does is answering what the run asks.
/// </summary>
public sealed partial class RevokeKeyPage : IDisposable
{
    private CancellationTokenSource _left = new();
    private string? _place;
    private Run? _run;
    private Run? _deletion;
    private Answer<ClusterDetails>? _cluster;
    private Evidence? _evidence;
    private string? _refusal;
    private CloudFault? _fault;
    private bool _busy;
    private bool _stopping;

    [Inject]
    public required RevocationService Revocations { get; init; }

    [Inject]
    public required RunService Runs { get; init; }

    [Inject]
    public required EvidenceService Proof { get; init; }

    [Inject]
    public required ClusterCatalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    public string ClusterId { get; set; } = "";

    /// <summary>The part to show; without one, the page stays with the part that is under way.</summary>
    [Parameter]
    public string? Part { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_place == $"{EnvironmentId}/{ClusterId}")
        {
            await ProveAsync();
            return;
        }
        _place = $"{EnvironmentId}/{ClusterId}";
        await ReadAsync();
    }

    /// <summary>A run that ended before its cluster was gone brings none of its four dates about.</summary>
    private static bool HasNoDates(Run run) => run.State is RunState.Cancelled || run is { State: RunState.Failed, Facts.Removal: null or { GoneAt: null } };

    private RevocationPart Shown(Run run) => PartWords.Parse(Part) ?? RevocationParts.Current(run);

    private IReadOnlyList<Crumb> Way(string name) =>
    [
        new("Clusters", ClusterLinks.List(EnvironmentId)), new(name, ClusterLinks.Overview(EnvironmentId, ClusterId)),
        new("Security", ClusterLinks.Security(EnvironmentId, ClusterId)), new("Revoke"),
    ];

    private async Task ReadAsync()
    {
        await _left.CancelAsync();
        _left.Dispose();
        _left = new CancellationTokenSource();
        var left = _left.Token;
        (_run, _deletion, _cluster, _evidence, _refusal, _fault) = (null, null, null, null, null, null);
        try
        {
            var runs = await Revocations.OfClusterAsync(EnvironmentId, ClusterId, left);
            var revocation = runs.FirstOrDefault(run => run.Kind is RunKind.RevokeAccess);
            _deletion = runs.FirstOrDefault(run => run is { Kind: RunKind.DeleteCluster, HasEnded: false });
            if (_deletion is null && revocation is not null)
                await FollowAsync(revocation, left);
            else if (_deletion is null && RendererInfo.IsInteractive)
                _cluster = await Catalog.FindAsync(EnvironmentId, ClusterId, left);
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task FollowAsync(Run run, CancellationToken left)
    {
        await ShowAsync(run);
        if (RendererInfo.IsInteractive && !run.HasEnded)
            _ = WatchAsync(run.Id, left);
    }

    private async Task WatchAsync(string runId, CancellationToken left)
    {
        try
        {
            await foreach (var run in Runs.WatchAsync(runId, left))
                await InvokeAsync(() => ShowAsync(run));
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

    private async Task ShowAsync(Run run)
    {
        _run = run;
        await ProveAsync();
        StateHasChanged();
    }

    /// <summary>The evidence is put together only for whoever looks at it.</summary>
    private async Task ProveAsync()
    {
        if (_run is { } run && Shown(run) is RevocationPart.Evidence)
            _evidence = await Proof.FindAsync(run.Id, CancellationToken.None);
    }

    private Task StartAsync() => ActAsync(async () =>
    {
        var started = await Revocations.StartRevocationAsync(EnvironmentId, ClusterId, DraftService.LocalOperator, CancellationToken.None);
        if (started is { IsOk: false })
            _fault = started.Fault;
        else if (Part is not null)
            // The address of a part of the old run would hide where the new one stands.
            Navigation.NavigateTo(ClusterLinks.Revoke(EnvironmentId, ClusterId), replace: true);
        if (started is { IsOk: true })
            await ReadAsync();
    });

    private Task AnswerAsync(PersonAnswer answer) => ActAsync(
        async () => _refusal = AnswerWords.Of(await Runs.AnswerAsync(_run!.Id, answer, CancellationToken.None)));

    private Task StopAsync() => ActAsync(async () =>
    {
        if (!await Runs.CancelAsync(_run!.Id, CancellationToken.None))
            _refusal = "It was too late to stop: the deletion was asked for meanwhile, or the run has ended. The page shows how it stands.";
    });

    private Task ReturnAsync() => ActAsync(async () =>
    {
        var back = await Revocations.StartReturnAsync(_run!.Id, DraftService.LocalOperator, CancellationToken.None);
        if (back.IsOk)
            Navigation.NavigateTo(ClusterLinks.Run(back.Value.Id));
        else
            _fault = back.Fault;
    });

    /// <summary>One act at a time: what comes while one is under way is the second half of a double click.</summary>
    private async Task ActAsync(Func<Task> act)
    {
        if (_busy)
            return;
        (_busy, _refusal, _fault) = (true, null, null);
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
