namespace ByokConsole.Core.Provisioning;

/// <summary>One possible answer to a <see cref="PersonQuestion"/>.</summary>
public sealed record PersonChoice(string Id, string Label);
