using ByokConsole.Core.Clouds;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>What befalls one act of the fake cloud.</summary>
internal sealed record Mishap(CloudFault? Refusal = null, bool IsLostOnTheWay = false, bool IsReplyLost = false)
{
    public static Mishap None { get; } = new();

    /// <summary>Carried out, but nobody hears of it.</summary>
    public static Mishap ReplyLost { get; } = new(IsReplyLost: true);

    /// <summary>Never arrived, and nobody hears of that either.</summary>
    public static Mishap RequestLost { get; } = new(IsLostOnTheWay: true);

    public static Mishap Refused(CloudFault fault) => new(fault);
}
