using ByokConsole.Core.Preflight;
using Microsoft.Extensions.Logging;

namespace ByokConsole.Core.KeyHealth;

/// <summary>What the log says of a change of a finding.</summary>
public static partial class HealthChangeLog
{
    private const string Nothing = "nothing observed";

    /// <summary>A state that stays as it was is no change: then what was observed is.</summary>
    public static void Tell(ILogger logger, HealthChange change)
    {
        if (change.From == change.To)
            Moved(logger, change.RegistrationId, change.Check, change.To, change.ObservedBefore ?? Nothing, change.Observed ?? Nothing);
        else
            Changed(logger, change.RegistrationId, change.Check, change.From, change.To, change.Observed ?? Nothing);
    }

    [LoggerMessage(LogLevel.Warning, "Key {RegistrationId}: {Check} changed from {From} to {To} ({Observed})")]
    private static partial void Changed(ILogger logger, string registrationId, CheckName check, CheckState? from, CheckState to, string observed);

    [LoggerMessage(LogLevel.Information, "Key {RegistrationId}: {Check} is still {State}, and what it sees changed from {Before} to {Observed}")]
    private static partial void Moved(ILogger logger, string registrationId, CheckName check, CheckState state, string before, string observed);
}
