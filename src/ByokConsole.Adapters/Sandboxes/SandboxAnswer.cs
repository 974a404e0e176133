using System.Diagnostics.CodeAnalysis;

namespace ByokConsole.Adapters.Sandboxes;

/// <summary>What the sandbox's control host told, or why it did not.</summary>
public sealed record SandboxAnswer<T>(T? Value, SandboxRefusal? Refusal)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOk => Refusal is null;
}
