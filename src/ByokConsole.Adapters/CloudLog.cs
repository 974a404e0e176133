using ByokConsole.Core.Clouds;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Adapters;

/// <summary>What the adapters write to the log: who refused what and under which request id; never a body or a header.</summary>
internal static partial class CloudLog
{
    public static void Fault(ILogger logger, CloudFault fault)
        => Faulted(logger, fault.Message, fault.Service, fault.Kind, fault.Status, fault.Code, fault.RequestId, fault.OutcomeUnknown);

    [LoggerMessage(LogLevel.Information,
        "{Message} ({Service}, {Kind}, status {Status}, code {Code}, request {RequestId}, outcome unknown: {OutcomeUnknown})")]
    private static partial void Faulted(
        ILogger logger,
        string message,
        CloudService service,
        FaultKind kind,
        int? status,
        string? code,
        string? requestId,
        bool outcomeUnknown);
}
