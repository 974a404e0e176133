using ByokConsole.Core.Preflight;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Shared.Checks;

/// <summary>One check: what was observed when it passes; observed, expected and remedy, in that order, when it does not.</summary>
public sealed partial class CheckRow
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter, EditorRequired]
    public required CheckResult Result { get; set; }

    /// <summary>The question is being asked again; the row keeps its old answer until then.</summary>
    [Parameter]
    public bool Stale { get; set; }

    /// <summary>Fields beside the list say the same sentence, so observed and expected are enough here.</summary>
    [Parameter]
    public bool Brief { get; set; }

    /// <summary>A cluster is bound to the key: what the finding means for its data is told as well.</summary>
    [Parameter]
    public bool TellsStakes { get; set; }

    [Parameter]
    public TimeSpan CloudAhead { get; set; }

    /// <summary>Kinds of remedy the page can carry out; a command to copy needs no page.</summary>
    [Parameter]
    public IReadOnlyCollection<RemedyKind> Repairs { get; set; } = [];

    [Parameter]
    public EventCallback<Remedy> OnRemedy { get; set; }

    /// <summary>Nothing takes effect yet while something is still to be done.</summary>
    private string Word => Result is { State: CheckState.Waiting, Remedies.Count: > 0 } ? "Waiting" : Look.Word;

    private CheckLook Look => CheckLook.Of(Result.State);

    private bool IsProblem => Result.State is CheckState.Warn or CheckState.Fail;

    private bool ShowsExplanation
        => Result.State is not CheckState.Pass and not CheckState.NotAsked
            && Result.Explanation.Length > 0
            && !(Brief && IsProblem && Result.Observed is not null && Result.Expected is not null);

    private List<Remedy> OfferedRemedies
        => [.. Result.Remedies.Where(remedy => remedy.Kind is RemedyKind.Command || Repairs.Contains(remedy.Kind))];
}
