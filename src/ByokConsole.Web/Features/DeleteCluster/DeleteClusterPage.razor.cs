using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Web.Shared;
using ByokConsole.Web.Shared.Clusters;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.DeleteCluster;

/// <summary>
/// Deletes a cluster and leaves its key alone. What is typed and ticked here is the answer to what the run asks as soon as it asks it;
/// where it asks something else, or is slow to, its own page puts the question.
/// </summary>
public sealed partial class DeleteClusterPage : IDisposable
{
    private static readonly TimeSpan AskedWithin = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private Answer<ClusterDetails>? _answer;
    private Run? _standing;
    private CloudFault? _fault;
    private string? _place;
    private string _typed = "";
    private bool _unprotects;
    private bool _busy;

    public DeleteClusterPage() => _left = _leaving.Token;

    [Inject]
    public required RevocationService Revocations { get; init; }

    [Inject]
    public required RunService Runs { get; init; }

    [Inject]
    public required ClusterCatalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    public string ClusterId { get; set; } = "";

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive || _place == $"{EnvironmentId}/{ClusterId}")
            return;
        _place = $"{EnvironmentId}/{ClusterId}";
        (_typed, _unprotects) = ("", false);
        await ReadAsync();
    }

    private IReadOnlyList<Crumb> Way(string name) =>
        [new("Clusters", ClusterLinks.List(EnvironmentId)), new(name, ClusterLinks.Overview(EnvironmentId, ClusterId)), new("Delete")];

    private static string WhyStanding(Run run) => run.Kind is RunKind.DeleteCluster
        ? $"Run {run.Id} does it; it may wait for an answer."
        : "It deletes the cluster as one of its parts. End it there first, if you only want the cluster gone.";

    private bool IsConfirmed(KafkaCluster cluster) => _typed.Trim() == cluster.DisplayName && (_unprotects || !cluster.DeletionProtection);

    private async Task ReadAsync()
    {
        _answer = null;
        try
        {
            _standing = (await Revocations.OfClusterAsync(EnvironmentId, ClusterId, _left)).FirstOrDefault(run => !run.HasEnded);
            if (_standing is null)
                _answer = await Catalog.FindAsync(EnvironmentId, ClusterId, _left);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task DeleteAsync()
    {
        if (_busy)
            return;
        (_busy, _fault) = (true, null);
        try
        {
            var started = await Revocations
                .StartDeletionAsync(EnvironmentId, ClusterId, DraftService.LocalOperator, CancellationToken.None);
            if (!started.IsOk)
                _fault = started.Fault;
            else if (started.Value.Kind is not RunKind.DeleteCluster)
                _standing = started.Value;
            else
                await ConfirmAsync(started.Value.Id);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ConfirmAsync(string runId)
    {
        using var patience = new CancellationTokenSource(AskedWithin, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_left, patience.Token);
        try
        {
            await foreach (var run in Runs.WatchAsync(runId, either.Token))
            {
                if (run is not { HasEnded: false, Question: null })
                {
                    await AnswerAsync(run);
                    break;
                }
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The run's own page asks.
        }
        if (!_left.IsCancellationRequested)
            Navigation.NavigateTo(ClusterLinks.Run(runId));
    }

    private async Task AnswerAsync(Run run)
    {
        if (run.Question?.Choices.FirstOrDefault(choice => choice.Id == AnswerIds.DeleteCluster) is not { } choice)
            return;
        var answer = new PersonAnswer(run.Question.Mark, choice.Id, DraftService.LocalOperator)
        {
            Text = _typed,
            Options = _unprotects ? [AnswerIds.Unprotect] : [],
        };
        await Runs.AnswerAsync(run.Id, answer, CancellationToken.None);
    }
}
