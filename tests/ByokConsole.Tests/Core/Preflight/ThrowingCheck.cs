using ByokConsole.Core.Preflight;

namespace ByokConsole.Tests.Core.Preflight;

/// <summary>A check with a defect in it.</summary>
internal sealed class ThrowingCheck(CheckName name, Exception exception) : IPreflightCheck
{
    public CheckName Name => name;

    public Task<CheckResult> AskAsync(PreflightContext context, CancellationToken cancellationToken) => throw exception;
}
