namespace ByokConsole.Core.Preflight;

/// <summary>One live question about one requirement. It reads through the context only, and says what it could not see instead of throwing.</summary>
public interface IPreflightCheck
{
    CheckName Name { get; }

    Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken);
}
