using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation;

/// <summary>The evidence as a document, for people (Markdown) and for programs (JSON). All times are UTC.</summary>
public static class EvidenceReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private const string HowToVerify =
        "To verify the chain, take the JSON report: a link is the SHA-256, in hexadecimal digits, of the link before, a line feed and the JSON array "
        + "of the entry's id, at (UTC, seven decimals), who, what and subject. Before the first entry stands the SHA-256 of the run's id.";

    /// <summary>A document with the schema <c>byok-console/evidence/1</c>. Entries are hashed as <see cref="AuditChain"/> says.</summary>
    public static string Json(Evidence evidence) => JsonSerializer.Serialize(
        new
        {
            Schema = "byok-console/evidence/1",
            evidence.WrittenAt,
            Run = new
            {
                evidence.Run.Id,
                evidence.Run.Kind,
                evidence.Run.Subject,
                evidence.Run.EnvironmentId,
                evidence.Run.StartedBy,
                evidence.Run.CreatedAt,
                evidence.Run.EndedAt,
                evidence.Run.State,
                evidence.Run.Input.ClusterId,
                evidence.Run.Input.RegistrationId,
                evidence.Run.Input.KeyIdentifier,
                evidence.Run.Input.VaultResourceId,
            },
            evidence.Dates,
            evidence.Run.Facts.Removal,
            evidence.Run.Facts.Deeds,
            evidence.Events,
            Audit = evidence.Audit.Zip(evidence.Links, (entry, link) => new { entry.Id, entry.At, entry.Who, entry.What, entry.Subject, Sha256 = link }),
            evidence.Digest,
        },
        Options);

    public static string Markdown(Evidence evidence)
    {
        var (run, text) = (evidence.Run, new StringBuilder());
        text.AppendLine(CultureInfo.InvariantCulture, $"# Evidence: {Cell(run.Subject)}").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Run {run.Id} ({RunTimeline.KindOf(run.Kind)}, {RunTimeline.StateOf(run.State)}), started by {Cell(run.StartedBy)} at {Time(run.CreatedAt)}, ended {Time(run.EndedAt)}. Written at {Time(evidence.WrittenAt)}.")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"- Cluster: {Cell(run.Input.ClusterId)} in {Cell(run.EnvironmentId)}")
            .AppendLine(CultureInfo.InvariantCulture, $"- Registration: {Cell(run.Input.RegistrationId)}")
            .AppendLine(CultureInfo.InvariantCulture, $"- Vault key: {Cell(run.Input.KeyIdentifier)}")
            .AppendLine(CultureInfo.InvariantCulture, $"- Statement about clients: {Cell(run.Facts.Removal?.ClientsStatement)}")
            .AppendLine(CultureInfo.InvariantCulture, $"- Statement about the deletion: {Cell(run.Facts.Removal?.DeletionStatement)}")
            .AppendLine();
        Table(text, "The four dates", ["Date", "When", "State"], Dates(evidence.Dates));
        Table(text, "What was decided and done", ["Cloud time", "Console time", "By", "What", "Request id"], run.Facts.Deeds.Select(deed =>
            (string?[])[Time(deed.CloudTime), Time(deed.At), deed.By, deed.What, deed.RequestId]));
        Table(text, "Audit entries", ["No.", "At", "Who", "What", "SHA-256 of the chain"], evidence.Audit.Zip(evidence.Links, (entry, link) =>
            (string?[])[entry.Id.ToString(CultureInfo.InvariantCulture), Time(entry.At), entry.Who, entry.What, link]));
        Table(text, "Log of the run", ["At", "Step", "What", "Request id"], evidence.Events.Select(entry =>
            (string?[])[Time(entry.At), entry.Step is null ? null : RunTimeline.TitleOf(entry.Step), entry.Text, entry.RequestId]));
        text.AppendLine(CultureInfo.InvariantCulture, $"Last link of the chain over all {evidence.Audit.Count} audit entries, SHA-256: `{evidence.Digest}`")
            .AppendLine().AppendLine(HowToVerify);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<string?[]> Dates(FourDates dates) =>
    [
        ["Cluster gone, access off", Time(dates.ClusterGone.At), Word(dates.ClusterGone.State)],
        ["Vault key deleted or disabled", Time(dates.KeyDeleted.At), Word(dates.KeyDeleted.State)],
        ["Key released", Time(dates.KeyReleased.At), Word(dates.KeyReleased.State)],
        ["Key unrecoverable", Time(dates.KeyUnrecoverable.At), Word(dates.KeyUnrecoverable.State)],
    ];

    private static string Word(MilestoneState state) => state switch
    {
        MilestoneState.Happened => "happened",
        MilestoneState.Fixed => "fixed",
        MilestoneState.Estimated => "estimated",
        _ => "not planned",
    };

    private static void Table(StringBuilder text, string title, IReadOnlyList<string> heads, IEnumerable<string?[]> rows)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |")
            .AppendLine(CultureInfo.InvariantCulture, $"|{string.Concat(heads.Select(_ => "---|"))}");
        foreach (var row in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row.Select(Cell))} |");
        text.AppendLine();
    }

    /// <summary>What people typed and clouds said is shown as text: it opens no cell, no line, no link and no tag.</summary>
    private static string Cell(string? text) => string.IsNullOrEmpty(text)
        ? "–"
        : string.Concat(text.ReplaceLineEndings(" ").Select(c => c is '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' ? $"\\{c}" : c.ToString()));

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "–";
}
