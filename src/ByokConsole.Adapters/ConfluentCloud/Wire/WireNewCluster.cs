namespace ByokConsole.Adapters.ConfluentCloud.Wire;

/// <summary>Body of POST /cmk/v2/clusters.</summary>
internal sealed record WireNewCluster(WireClusterSpec Spec);
