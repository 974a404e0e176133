using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.ClusterOverview;

/// <summary>What a cluster is and where it is reached.</summary>
public sealed partial class ClusterOverviewPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private Answer<ClusterDetails>? _answer;
    private string? _shown;

    public ClusterOverviewPage() => _left = _leaving.Token;

    [Inject]
    public required ClusterCatalog Catalog { get; init; }

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
        if (!RendererInfo.IsInteractive || _shown == $"{EnvironmentId}/{ClusterId}")
            return;
        _shown = $"{EnvironmentId}/{ClusterId}";
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _answer = null;
        _answer = await AskAsync();
    }

    // A later look that fails leaves the page as it is: the next one comes by itself.
    private async Task LookAgainAsync()
    {
        if (await AskAsync() is { IsOk: true } answer)
            _answer = answer;
    }

    private async Task<Answer<ClusterDetails>?> AskAsync()
    {
        try
        {
            return await Catalog.FindAsync(EnvironmentId, ClusterId, _left);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return null;
        }
    }
}
