namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>Body of PATCH /cmk/v2/clusters/{id}: what changes, and the environment, which is required.</summary>
internal sealed record WireClusterChange(WireClusterSpec Spec);
