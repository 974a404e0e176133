using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>What proves a revocation or a deletion: the run, its log, and the audit entries with their hash chain.</summary>
/// <param name="Links">One link of <see cref="AuditChain"/> per audit entry.</param>
/// <param name="WrittenAt">UTC, the console's clock.</param>
public sealed record Evidence(
    Run Run, FourDates Dates, IReadOnlyList<RunEvent> Events, IReadOnlyList<AuditEntry> Audit, IReadOnlyList<string> Links, DateTimeOffset WrittenAt)
{
    /// <summary>The chain's last link.</summary>
    public string Digest => AuditChain.DigestOf(Run.Id, Audit);

    /// <summary>Name of a downloaded report, without its ending.</summary>
    public string FileName => $"evidence-{Run.Id}";
}
