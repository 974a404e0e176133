using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Clusters;

/// <summary>Which clusters were launched here by a person who attested that the key's material was generated in its vault.</summary>
public sealed class KeyAttestations(IRunStore runs)
{
    public async Task<bool> WasSaidAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
        => (await runs.ListAsync(environmentId, cancellationToken).ConfigureAwait(false))
            .Any(run => run.Facts.ClusterId == clusterId && run.Input.MaterialGenerated);

    /// <summary>The same of a key that serves no cluster now: said when it was registered, or when a cluster was launched with it.</summary>
    public async Task<bool> WasSaidOfAsync(string registrationId, CancellationToken cancellationToken)
        => (await runs.ListAsync(null, cancellationToken).ConfigureAwait(false))
            .Any(run => run.Input.MaterialGenerated && registrationId == (run.Kind is RunKind.RegisterKey ? run.Facts.RegistrationId : run.Input.Cluster?.KeyRegistrationId));
}
