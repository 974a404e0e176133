using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Keys;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.Keys;

/// <summary>Every registered key: how it stands, and what comes next for it. The filters are in the address.</summary>
public sealed partial class KeysPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private KeyListing? _listing;

    public KeysPage() => _left = _leaving.Token;

    [Inject]
    public required KeyCatalog Catalog { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "standing")]
    public string? StandingName { get; set; }

    [SupplyParameterFromQuery(Name = "region")]
    public string? Region { get; set; }

    private string Text => Query ?? "";

    private KeyStanding? Standing => Enum.TryParse<KeyStanding>(StandingName, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;

    private IReadOnlyList<KeyRow> Matching => [.. (_listing?.Rows ?? []).Where(row => row.Matches(Text) && (Region is null || row.Region == Region))];

    private IReadOnlyList<KeyRow> Shown => [.. Matching.Where(row => Standing is null || row.Standing == Standing)];

    private IReadOnlyList<string> Regions => [.. (_listing?.Rows ?? []).Select(row => row.Region).OfType<string>().Distinct().Order()];

    private IEnumerable<(KeyStanding Standing, int Count)> Counts
        => (_listing?.Rows ?? []).GroupBy(row => row.Standing).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()));

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    // Only a live page asks the clouds, and so asks once.
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? ReadAsync(fresh: false) : Task.CompletedTask;

    private Task RefreshAsync() => ReadAsync(fresh: true);

    private Task LookAgainAsync() => ReadAsync(fresh: false);

    private async Task ReadAsync(bool fresh)
    {
        try
        {
            _listing = await Catalog.ListAsync(fresh, _left);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private string Pressed(KeyStanding? standing) => Standing == standing ? "true" : "false";

    private void SetText(string? text) => Set("q", string.IsNullOrWhiteSpace(text) ? null : text.Trim());

    private void SetStanding(KeyStanding? standing) => Set("standing", standing?.ToString());

    private void SetRegion(string? region) => Set("region", string.IsNullOrEmpty(region) ? null : region);

    private void Set(string name, string? value) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, value), replace: true);

    private void ClearFilters() => Navigation.NavigateTo("/keys", replace: true);
}
