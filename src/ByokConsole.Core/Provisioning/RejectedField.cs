using ByokConsole.Core.Drafts;

namespace ByokConsole.Core.Provisioning;

/// <summary>One field of the draft that a cloud or a check refused, with the sentence to show at it.</summary>
public sealed record RejectedField(DraftField Field, string Message);
