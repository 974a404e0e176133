using ByokConsole.Core.Drafts;
using Microsoft.JSInterop;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>The tab's own copy of what is entered, kept by the page's script in session storage.</summary>
/// <param name="module">Address of the page's script, as the document names it: under another one it would run twice.</param>
public sealed class DraftMirror(IJSRuntime script, string module) : IAsyncDisposable
{
    private static readonly string[] Names = [.. MirroredFields.All.Select(field => field.ToString())];

    private IJSObjectReference? _module;
    private string? _draftId;

    public async Task<MirroredEntries?> ReadAsync(string draftId)
    {
        _draftId = draftId;
        try
        {
            return await (await ModuleAsync()).InvokeAsync<MirroredEntries?>("read", draftId);
        }
        catch (JSException)
        {
            // The entry has another shape than ours: whoever wrote it, it is of no use here.
            await ForgetAsync(draftId);
            return null;
        }
    }

    public async Task SavedAsync(ClusterDraft draft)
        => await (await ModuleAsync()).InvokeVoidAsync("saved", draft.Id, draft.Revision, EntriesOf(draft));

    /// <summary>Forgets what was entered into the draft. The acknowledgement is no part of it.</summary>
    public async Task ForgetAsync(string draftId) => await (await ModuleAsync()).InvokeVoidAsync("forget", draftId, Names);

    /// <summary>Moves focus to an element, and the element into view.</summary>
    public async Task FocusAsync(string elementId) => await (await ModuleAsync()).InvokeVoidAsync("focus", elementId);

    /// <summary>The person goes elsewhere: the acknowledgement is asked anew at the next visit. A lost circuit is no leaving.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_module is null)
            return;
        try
        {
            await _module.InvokeVoidAsync("forget", _draftId, new[] { nameof(DraftField.Acknowledgement) });
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The circuit is gone, and the module with it.
        }
    }

    private static Dictionary<string, string> EntriesOf(ClusterDraft draft)
        => MirroredFields.All.ToDictionary(field => field.ToString(), field => MirroredFields.Of(draft, field));

    private async ValueTask<IJSObjectReference> ModuleAsync()
        => _module ??= await script.InvokeAsync<IJSObjectReference>("import", $"./{module}");
}
