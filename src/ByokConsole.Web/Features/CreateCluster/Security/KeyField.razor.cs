using ByokConsole.Core.Drafts;
using ByokConsole.Web.Features.CreateCluster.Session;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.CreateCluster.Security;

/// <summary>One of the three key fields. What is pasted or left is put right; what is being typed is left alone.</summary>
public sealed partial class KeyField
{
    private bool _pasted;

    [Parameter, EditorRequired]
    public required CreateClusterState State { get; set; }

    [Parameter, EditorRequired]
    public DraftField Field { get; set; }

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Where the portal shows this value.</summary>
    [Parameter, EditorRequired]
    public string Where { get; set; } = "";

    [Parameter]
    public bool IsLocked { get; set; }

    private string Text => DraftTexts.Of(State.Draft, Field);

    private string? Message => State.MessageFor(Field);

    private async Task ChangeAsync(string? text)
    {
        if (IsLocked)
            return;
        var typing = State.TypeAsync(Field, draft => DraftTexts.Set(draft, Field, text ?? ""));
        if (_pasted)
        {
            _pasted = false;
            await State.Key.NormalizeAsync(Field);
        }
        await typing;
    }

    private Task LeaveAsync() => IsLocked || Text.Length == 0 ? Task.CompletedTask : State.Key.NormalizeAsync(Field);
}
