using ByokConsole.Core.Confluent;

namespace ByokConsole.Core.Drafts;

/// <summary>A network of the environment, and why the draft's cluster cannot be placed in it.</summary>
/// <param name="Network">The network.</param>
/// <param name="Reason">Why it cannot be chosen, or null when it can.</param>
public sealed record NetworkChoice(ConfluentNetwork Network, string? Reason)
{
    public bool CanBeChosen => Reason is null;
}
