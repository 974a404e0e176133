using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.Clusters;

/// <summary>The clusters of one environment, and the runs that are making one.</summary>
public sealed partial class ClustersPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private ClusterListing? _listing;
    private string? _shown;

    public ClustersPage() => _left = _leaving.Token;

    [Inject]
    public required ClusterCatalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter]
    public string EnvironmentId { get; set; } = "";

    /// <summary>The filter, in the address: it survives a reload and can be sent to somebody.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    private string Filter => Query ?? "";

    private string? EnvironmentName
        => Catalog.KnownEnvironments.Value?.FirstOrDefault(environment => environment.Id == EnvironmentId)?.DisplayName;

    private IReadOnlyList<ClusterRow> Shown => [.. (_listing?.Rows ?? []).Where(row => row.Matches(Filter))];

    private bool IsUnknown
        => _listing is { Rows.Count: 0 }
            && (_listing is { AsOf: null, Fault.Kind: FaultKind.NotFound or FaultKind.Forbidden } || !MayExist(Catalog.KnownEnvironments));

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == EnvironmentId)
            return;
        _shown = EnvironmentId;
        // The first paint shows what is known; only a live page asks the cloud, and so asks once.
        _listing = await Catalog.KnownAsync(EnvironmentId, _left);
        if (RendererInfo.IsInteractive)
            await ReadAsync(fresh: false);
    }

    private bool MayExist(Reading<IReadOnlyList<ConfluentEnvironment>> environments)
        => environments.Value is not { } known || known.Any(environment => environment.Id == EnvironmentId);

    private Task RefreshAsync() => ReadAsync(fresh: true);

    private Task LookAgainAsync() => ReadAsync(fresh: false);

    private async Task ReadAsync(bool fresh)
    {
        var asked = EnvironmentId;
        try
        {
            var environments = Catalog.EnvironmentsAsync(fresh: false, _left);
            var listing = await Catalog.ListAsync(asked, fresh, _left);
            // One that was made a moment ago is not in an answer from before.
            if (!MayExist(await environments))
                await Catalog.EnvironmentsAsync(fresh: true, _left);
            if (asked == EnvironmentId)
                _listing = listing;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private void SetFilter(string? text)
        => Navigation.NavigateTo(
            Navigation.GetUriWithQueryParameter("q", string.IsNullOrWhiteSpace(text) ? null : text.Trim()), replace: true);

    private void ClearFilter() => SetFilter(null);
}
