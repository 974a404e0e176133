namespace ByokConsole.Core.Revocation;

/// <summary>A cluster that uses a vault key.</summary>
/// <param name="ClusterId"><c>lkc-…</c>; or the id of the run that is making it.</param>
/// <param name="RegistrationId">The registration through which it uses the key.</param>
public sealed record KeyUser(string EnvironmentId, string ClusterId, string ClusterName, string RegistrationId);
