using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning;

/// <summary>What a cloud's fault means for a run.</summary>
public static class Setbacks
{
    /// <summary>Waits on where the same question may well be answered later, honouring what the cloud asked for.</summary>
    public static StepOutcome.Wait Wait(CloudFault fault, TimeSpan delay)
        => new(AnyRun.TryingAgain(fault.Message), fault.RetryAfter is { } asked && asked > delay ? asked : delay) { RequestId = fault.RequestId };

    /// <summary>Waits on a passing fault, fails on any other.</summary>
    public static StepOutcome WaitOrFail(CloudFault fault, string whatExists, TimeSpan delay)
        => fault.IsTransient ? Wait(fault, delay) : Fail(fault, whatExists);

    /// <summary>Ends the run with the cloud's own reason.</summary>
    public static StepOutcome.Fail Fail(CloudFault fault, string whatExists)
        => new(new Rejection(fault.Message, RejectionMapper.Map(fault), whatExists, fault.Code, fault.RequestId));

    /// <summary>Ends the run for a reason of the console's own.</summary>
    public static StepOutcome.Fail Fail(string reason, string whatExists, params IReadOnlyList<DraftField> fields)
        => new(new Rejection(reason, [.. fields.Select(field => new RejectedField(field, reason))], whatExists, null, null));
}
