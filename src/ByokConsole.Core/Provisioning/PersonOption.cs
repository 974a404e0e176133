namespace ByokConsole.Core.Provisioning;

/// <summary>A box to tick beside an answer.</summary>
/// <param name="Id">Goes back to the run when it is ticked.</param>
/// <param name="IsRequired">True when the answer does not count without it.</param>
public sealed record PersonOption(string Id, string Label, bool IsRequired = false);
