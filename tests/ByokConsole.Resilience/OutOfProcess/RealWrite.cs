namespace ByokConsole.Resilience.OutOfProcess;

/// <summary>A write as faults are ordered for it: the twin's, without the ids that another run gives.</summary>
internal sealed record RealWrite(string Method, string Host, string Path)
{
    /// <summary>Names of things that a run makes or finds are not the same in two runs; the collections they are in are.</summary>
    private static readonly string[] Collections = ["/roleAssignments/", "/servicePrincipals", "/byok/v1/keys", "/cmk/v2/clusters", "/deletedkeys/", "/keys/"];

    /// <param name="what">Method, host and path, as a plot notes them.</param>
    public static RealWrite Of(string what)
    {
        var (method, address) = (what[..what.IndexOf(' ')], what[(what.IndexOf(' ') + 1)..]);
        var (host, path) = (address[..address.IndexOf('/')], address[address.IndexOf('/')..]);
        return new(method, host, Collections.FirstOrDefault(collection => path.Contains(collection, StringComparison.Ordinal)) ?? path);
    }
}
