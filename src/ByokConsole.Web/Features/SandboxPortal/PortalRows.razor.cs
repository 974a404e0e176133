using ByokConsole.Adapters.Sandboxes;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>
/// One of the sandbox's lists, read again and again while somebody looks. Rows that were read stay on screen when it does not answer.
/// </summary>
public sealed partial class PortalRows<T> : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private IReadOnlyList<T>? _rows;
    private SandboxRefusal? _refusal;
    private SandboxList<T>? _shown;

    public PortalRows() => _left = _leaving.Token;

    [Inject]
    public required SandboxControl Control { get; init; }

    [Parameter, EditorRequired]
    public required SandboxList<T> List { get; set; }

    /// <summary>What the rows are: "vaults".</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter, EditorRequired]
    public required RenderFragment<IReadOnlyList<T>> ChildContent { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <summary>Reads now, after something was done.</summary>
    public async Task ReadAsync()
    {
        var asked = List;
        try
        {
            var answer = await Control.ListAsync(asked, _left);
            if (asked != List)
                return;
            (_rows, _refusal) = (answer.Value ?? _rows, answer.Refusal);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    // Only a live page asks the sandbox, and so asks once.
    protected override async Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive || _shown == List)
            return;
        (_shown, _rows, _refusal) = (List, null, null);
        await ReadAsync();
    }
}
