using ByokConsole.Core.Drafts;

namespace ByokConsole.EndToEndTests.Pages;

/// <summary>
/// A field of the wizard, as a person fills it in: up to a point while the console answers, and on without knowing that it does not.
/// </summary>
/// <param name="Step">The step that it is on.</param>
/// <param name="BeginAsync">Enters a part, or makes ready for a choice.</param>
/// <param name="GoOnAsync">Enters the rest; nothing of it needs an answer.</param>
/// <param name="IsShownAsync">Waits until the whole entry is in the field.</param>
public sealed record WizardField(
    DraftField Field,
    string Step,
    Func<CreateClusterPage, Task> BeginAsync,
    Func<CreateClusterPage, Task> GoOnAsync,
    Func<CreateClusterPage, Task> IsShownAsync)
{
    /// <summary>False for what is asked of each visit.</summary>
    public bool IsOfTheDraft => Field is not DraftField.Acknowledgement;

    public override string ToString() => $"{Step}: {Field}";
}
