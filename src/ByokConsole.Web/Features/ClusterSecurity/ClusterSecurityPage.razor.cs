using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Preflight;
using ByokConsole.Web.Shared.Keys;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.ClusterSecurity;

/// <summary>Which key a cluster is bound to, and whether that key still works.</summary>
public sealed partial class ClusterSecurityPage : IDisposable
{
    private const string Audience =
        "Anyone who may view this cluster in Confluent Cloud can see these settings there, and anyone who can open this console sees them here. "
        + "They name the key; they never hold key material.";

    // A bound key's fields cannot be edited here: what the page can do is look again, and lead to where grants are put back.
    private static readonly RemedyKind[] Repairs = [RemedyKind.TryAgain, RemedyKind.Grant];

    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private readonly Dictionary<CheckName, CheckResult> _results = [];
    private readonly HashSet<CheckName> _stale = [];
    private Answer<ClusterSecurityReport>? _answer;
    private CloudFault? _lookFault;
    private DateTimeOffset? _checkedAt;
    private string? _shown;

    public ClusterSecurityPage() => _left = _leaving.Token;

    [Inject]
    public required ClusterSecurityReader Reader { get; init; }

    [Inject]
    public required PreflightRunner Preflight { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    public string ClusterId { get; set; } = "";

    private SecurityVerdict Verdict => SecurityVerdict.Of(_results.Values, PreflightRunner.BoundOrder.Count);

    /// <summary>A cloud in trouble left something open: what comes of it shows without a hand.</summary>
    private bool IsUnanswered => _lookFault is { IsTransient: true } || _results.Values.Any(result => result.IsMomentary)
        || _answer is { IsOk: true, Value: { Registration.Fault.IsTransient: true } or { Versions.Fault.IsTransient: true } };

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        // Only a live page asks the clouds, and so asks once.
        if (!RendererInfo.IsInteractive || _shown == $"{EnvironmentId}/{ClusterId}")
            return;
        _shown = $"{EnvironmentId}/{ClusterId}";
        _results.Clear();
        await OpenAsync();
    }

    private async Task OpenAsync()
    {
        _answer = null;
        await CheckAgainAsync();
    }

    private async Task RepairAsync(Remedy remedy)
    {
        if (remedy.Kind is RemedyKind.Grant && _answer?.Value?.Subject.RegistrationId is { } registration)
            Navigation.NavigateTo(KeyLinks.Overview(registration));
        else
            await CheckAgainAsync();
    }

    private async Task CheckAgainAsync()
    {
        if (_stale.Count > 0)
            return;
        try
        {
            _stale.UnionWith(PreflightRunner.BoundOrder.Select(check => check.Name));
            var answer = await Reader.ReadAsync(EnvironmentId, ClusterId, _left);
            _lookFault = answer.Fault;
            // What was read once stays on screen when a later look fails; the verdict says that it did.
            if (answer.IsOk || _answer is not { IsOk: true })
                _answer = answer;
            if (answer is { IsOk: true, Value.IsSelfManaged: true })
                await CheckAsync(answer.Value.Subject);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
        finally
        {
            _stale.Clear();
        }
    }

    private async Task CheckAsync(KeySubject subject)
    {
        StateHasChanged();
        await foreach (var result in Preflight.RunAsync(subject, _left))
        {
            _results[result.Check] = result;
            _stale.Remove(result.Check);
            StateHasChanged();
        }
        _checkedAt = Clock.GetUtcNow();
    }
}
