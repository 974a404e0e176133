using ByokConsole.Core.Ports;

namespace ByokConsole.Core.Clusters;

/// <summary>Which clusters were launched here by a person who attested that the key's material was generated in its vault.</summary>
public sealed class KeyAttestations(IRunStore runs)
{
    public async Task<bool> WasSaidAsync(string environmentId, string clusterId, CancellationToken cancellationToken)
        => (await runs.ListAsync(environmentId, cancellationToken).ConfigureAwait(false))
            .Any(run => run.Facts.ClusterId == clusterId && run.Input.MaterialGenerated);
}
