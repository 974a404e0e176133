using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Preflight;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ByokConsole.Tests.Core.KeyHealth;

public sealed class HealthChangeLogTests
{
    private readonly FakeLogger _log = new();

    [Fact]
    public void A_state_that_changed_is_a_warning_that_says_from_what_to_what()
    {
        HealthChangeLog.Tell(_log, Change(CheckState.Pass, CheckState.Fail));

        Assert.Equal((LogLevel.Warning, "Key cck-1: KeyUsable changed from Pass to Fail (version b)"), (_log.LatestRecord.Level, _log.LatestRecord.Message));
    }

    [Fact]
    public void A_state_that_stayed_is_told_by_what_is_seen_now()
    {
        HealthChangeLog.Tell(_log, Change(CheckState.Pass, CheckState.Pass));

        Assert.Equal(
            (LogLevel.Information, "Key cck-1: KeyUsable is still Pass, and what it sees changed from version a to version b"),
            (_log.LatestRecord.Level, _log.LatestRecord.Message));
    }

    private static HealthChange Change(CheckState from, CheckState to)
        => new(0, "cck-1", null, CheckName.KeyUsable, from, "version a", to, "version b", "", Samples.Noon);
}
