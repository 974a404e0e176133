using System.Globalization;
using ByokConsole.Core.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ByokConsole.Web.Features.CreateCluster.Session;

/// <summary>The tab's own copy of what is typed, kept by the page's script in session storage.</summary>
public sealed class DraftMirror(IJSRuntime script) : IAsyncDisposable
{
    private const string ModulePath = "./Features/CreateCluster/CreateClusterPage.razor.js";

    private IJSObjectReference? _module;

    public async Task AttachAsync(ElementReference root, ClusterDraft draft)
        => await (await ModuleAsync()).InvokeVoidAsync("attach", root, draft.Id, draft.Revision);

    public async Task<MirroredEntries?> ReadAsync(string draftId)
    {
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
    {
        var texts = DraftTexts.All.ToDictionary(field => field.ToString(), field => DraftTexts.Of(draft, field));
        texts[nameof(DraftField.Cku)] = draft.Cku?.ToString(CultureInfo.InvariantCulture) ?? "";
        await (await ModuleAsync()).InvokeVoidAsync("saved", draft.Id, draft.Revision, texts);
    }

    public async Task ForgetAsync(string draftId) => await (await ModuleAsync()).InvokeVoidAsync("forget", draftId);

    /// <summary>Moves focus to an element, and the element into view.</summary>
    public async Task FocusAsync(string elementId) => await (await ModuleAsync()).InvokeVoidAsync("focus", elementId);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The circuit is gone, and the module with it.
        }
    }

    private async ValueTask<IJSObjectReference> ModuleAsync()
        => _module ??= await script.InvokeAsync<IJSObjectReference>("import", ModulePath);
}
