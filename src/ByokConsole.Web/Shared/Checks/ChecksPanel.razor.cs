using ByokConsole.Core.Preflight;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Shared.Checks;

/// <summary>
/// Every check in its fixed place, grouped by the thing it is about. Rows are there before they are asked, and keep
/// their old answer while the question is asked again, so nothing moves under the eye.
/// </summary>
public sealed partial class ChecksPanel
{
    private static readonly CheckState[] BarOrder =
        [CheckState.Pass, CheckState.Warn, CheckState.Fail, CheckState.Waiting, CheckState.Skipped, CheckState.NotAsked];

    private readonly string _headingId = $"checks-{Guid.NewGuid():N}";
    private string _announced = "";

    [Parameter]
    public string Title { get; set; } = "Checks";

    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<CheckName, CheckResult> Results { get; set; }

    /// <summary>Checks that are being asked again.</summary>
    [Parameter]
    public IReadOnlySet<CheckName> Stale { get; set; } = new HashSet<CheckName>();

    /// <summary>What the checks are about: names the groups.</summary>
    [Parameter]
    public KeySubject Subject { get; set; } = new();

    /// <inheritdoc cref="CheckRow.Brief"/>
    [Parameter]
    public bool Brief { get; set; }

    [Parameter]
    public TimeSpan CloudAhead { get; set; }

    /// <inheritdoc cref="CheckRow.Repairs"/>
    [Parameter]
    public IReadOnlyCollection<RemedyKind> Repairs { get; set; } = [];

    [Parameter]
    public EventCallback<Remedy> OnRemedy { get; set; }

    private IEnumerable<CheckResult> Shown => PreflightRunner.OrderOf(Subject).Select(check => ResultOf(check.Name));

    private IEnumerable<(string Name, string? Subject, IEnumerable<(string Title, CheckResult Result)> Rows)> Groups
        => PreflightRunner.OrderOf(Subject)
            .GroupBy(check => check.Group)
            .Select(group => (group.Key.ToString(), SubjectOf(group.Key), group.Select(check => (check.Title, ResultOf(check.Name)))));

    private IEnumerable<(int Number, string Word, string Css)> Counts
        => Shown
            .Where(result => result.State is not CheckState.NotAsked)
            .GroupBy(result => result.State)
            .OrderBy(group => Array.IndexOf(BarOrder, group.Key))
            .Select(group => (group.Count(), Word(group.Key, group.Count()), CheckLook.Of(group.Key).Status.Css()));

    protected override void OnParametersSet()
    {
        // One announcement per settled round, not one per row that streams in.
        if (Stale.Count == 0)
            _announced = string.Join(", ", Counts.Select(count => $"{count.Number} {count.Word}"));
    }

    private static int Weight(CheckResult result) => Array.IndexOf(BarOrder, result.State);

    private static string Word(CheckState state, int count) => state switch
    {
        CheckState.Pass => "pass",
        CheckState.Warn => count == 1 ? "warning" : "warnings",
        CheckState.Fail => "fail",
        CheckState.Waiting => "waiting",
        _ => "unseen",
    };

    private CheckResult ResultOf(CheckName check)
        => Results.TryGetValue(check, out var result) ? result : new CheckResult(check, CheckState.NotAsked, "");

    private string? SubjectOf(CheckGroup group) => group switch
    {
        CheckGroup.Vault => Subject.Vault?.VaultName ?? Subject.Key?.VaultName,
        CheckGroup.Key => Subject.Key?.KeyName,
        _ => Subject.RegistrationId,
    };
}
