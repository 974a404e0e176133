namespace ByokConsole.Core.Revocation;

/// <summary>The seven parts of a revocation as a person sees it; the journal's steps are finer.</summary>
public enum RevocationPart
{
    Plan,
    ClientsStopped,
    DeleteCluster,
    VaultKey,
    RemoveGrants,
    WaitForRelease,
    Evidence,
}
