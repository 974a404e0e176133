using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;

namespace ByokConsole.Tests.Core.Revocation;

/// <summary>What is taken out of the console: calendar file and evidence.</summary>
public sealed class DocumentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 23, 41, 0, TimeSpan.Zero);
    private static readonly Uri Address = new("http://localhost:5080/runs/run-2f81");

    private static readonly Run Sample = new()
    {
        Id = "run-2f81",
        Kind = RunKind.RevokeAccess,
        Subject = "orders; prod, Größe|<b>[x](y)",
        EnvironmentId = "env-1",
        StartedBy = "another operator",
        CreatedAt = Now,
        Input = new RunInput { ClusterId = "lkc-1", RegistrationId = "cck-1" },
        Facts = new RunFacts { Removal = new RemovalFacts { GoneAt = Now, ClientsStatement = "line 1\nline 2 | x" } },
        Steps = [],
    };

    private static readonly AuditEntry[] Entries = [new(4, Now, "another operator", "Started", "run-2f81"), new(9, Now, "another operator", "Deleted", "run-2f81")];

    [Fact]
    public void The_calendar_file_has_one_event_with_a_uid_that_stays()
    {
        var lines = ReleaseCalendar.Of(Sample, Address, Now)!.Split("\r\n");

        Assert.Contains("UID:run-2f81-release@byokconsole", lines);
        Assert.Contains("DTSTART:20261128T234100Z", lines);
        Assert.Contains("UID:run-2f81-release@byokconsole", ReleaseCalendar.Of(Sample, Address, Now.AddDays(1))!, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_texts_are_escaped_and_no_line_is_longer_than_75_octets()
    {
        var file = ReleaseCalendar.Of(Sample, Address, Now)!;

        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("\n", file.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(@"orders\; prod\, Größe|<b>", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_file_before_the_date_is_fixed()
        => Assert.Null(ReleaseCalendar.Of(Sample with { Facts = new RunFacts() }, Address, Now));

    [Fact]
    public void The_chain_can_be_computed_again_and_no_entry_can_be_changed()
    {
        var first = Hash(Hash("run-2f81") + "\n" + """[4,"2026-11-23T23:41:00.0000000Z","another operator","Started","run-2f81"]""");

        Assert.Equal(first, AuditChain.Of("run-2f81", Entries)[0]);
        Assert.NotEqual(AuditChain.DigestOf("run-2f81", Entries), AuditChain.DigestOf("run-2f81", [Entries[0] with { Who = "x" }, Entries[1]]));
        Assert.NotEqual(AuditChain.DigestOf("run-2f81", Entries), AuditChain.DigestOf("run-2f81", [Entries[1]]));
    }

    [Fact]
    public void The_report_for_people_shows_what_was_typed_as_text()
    {
        var markdown = EvidenceReport.Markdown(Sealed());

        Assert.Contains(@"# Evidence: orders; prod, Größe\|\<b\>\[x\](y)", markdown, StringComparison.Ordinal);
        Assert.Contains(@"line 1 line 2 \| x", markdown, StringComparison.Ordinal);
        Assert.Contains("Run run-2f81 (Revoke access, ", markdown, StringComparison.Ordinal);
        Assert.Contains("| Key released | 2026-11-28 23:41:00Z | fixed |", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_for_programs_carries_every_link()
    {
        using var json = JsonDocument.Parse(EvidenceReport.Json(Sealed()));
        var root = json.RootElement;

        Assert.Equal("byok-console/evidence/1", root.GetProperty("schema").GetString());
        Assert.Equal(
            AuditChain.Of("run-2f81", Entries), root.GetProperty("audit").EnumerateArray().Select(entry => entry.GetProperty("sha256").GetString()!));
        Assert.Equal("fixed", root.GetProperty("dates").GetProperty("keyReleased").GetProperty("state").GetString());
    }

    private static Evidence Sealed() => new(Sample, FourDates.Of(Sample, Now), [], Entries, AuditChain.Of("run-2f81", Entries), Now);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
