namespace ByokConsole.Core.Provisioning;

/// <summary>Something that a person decided or that the run did to a cloud: a line of the audit and of the evidence. Times are UTC.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="What">What was done, in the past tense; never a secret.</param>
/// <param name="By">Who decided it, or on whose word it was done.</param>
/// <param name="At">The console's clock.</param>
/// <param name="CloudTime">The cloud's clock in the answer that confirmed it, or null when no cloud answered.</param>
/// <param name="RequestId">The cloud's request id, or null.</param>
public sealed record Deed(string Step, string What, string By, DateTimeOffset At, DateTimeOffset? CloudTime, string? RequestId);
