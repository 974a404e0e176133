using ByokConsole.Adapters.Sandboxes;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>What a page of the portal does to the sandbox, one thing at a time: a second click does nothing. And what came of it.</summary>
public sealed class PortalActs
{
    public bool IsBusy { get; private set; }

    /// <summary>What was done last; empty while something goes on, and after a refusal.</summary>
    public string Done { get; private set; } = "";

    /// <summary>What was not done, as a sentence, and why; null after something was done.</summary>
    public (string What, SandboxRefusal Why)? Failure { get; private set; }

    /// <summary>True when it was done.</summary>
    public async Task<bool> DoAsync(Func<Task<SandboxRefusal?>> act, string done, string failed)
    {
        if (IsBusy)
            return false;
        (IsBusy, Done, Failure) = (true, "", null);
        try
        {
            Failure = await act() is { } refusal ? (failed, refusal) : null;
        }
        finally
        {
            IsBusy = false;
        }

        Done = Failure is null ? done : "";
        return Failure is null;
    }
}
