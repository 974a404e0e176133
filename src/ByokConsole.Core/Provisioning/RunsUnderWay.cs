using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Provisioning;

/// <summary>What is under way about a key: runs of some kinds exclude each other.</summary>
internal static class RunsUnderWay
{
    /// <summary>The newest run of the kind that is about the registration and has not ended, or null.</summary>
    /// <param name="environmentId">Where to look, or null for everywhere.</param>
    public static async Task<Run?> FindUnderWayAsync(
        this IRunStore runs, RunKind kind, string registrationId, string? environmentId, CancellationToken cancellationToken)
        => (await runs.ListAsync(environmentId, cancellationToken).ConfigureAwait(false))
            .FirstOrDefault(run => run.Kind == kind && !run.HasEnded && run.Input.RegistrationId == registrationId);
}
