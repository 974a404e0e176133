using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>The one check of a bench, with the answer that the test wants.</summary>
internal sealed class FakeCheck : IPreflightCheck
{
    public CheckState State { get; set; } = CheckState.Pass;

    /// <summary>Answers in the place of <see cref="State"/>, when it is set.</summary>
    public Func<CheckResult>? Answer { get; set; }

    public KeySubject? Asked { get; private set; }

    public CheckName Name => CheckName.KeyUsable;

    public Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken)
    {
        Asked = context.Subject;
        return Task.FromResult(Answer?.Invoke() ?? new CheckResult(Name, State, "The key is disabled. Enable it.") { Fields = [DraftField.KeyIdentifier] });
    }
}
