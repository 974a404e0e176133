using System.Text.RegularExpressions;
using ByokConsole.Sandbox.Proxy;

namespace ByokConsole.Sandbox.Faults;

/// <summary>What an order of a fault has to be, so that some request can suffer it.</summary>
internal static partial class FaultRules
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>Why it cannot be ordered, as a sentence; null when it can.</summary>
    public static string? ProblemWith(ScriptedFault fault) => fault switch
    {
        { Count: < 1 } or { Skip: < 0 } or { Milliseconds: < 0 or > 60_000 } => "A fault needs a name and a count of 1 or more; it skips none or more, and lasts a minute at most.",
        { Host: { } host } when !ServedHosts.IsFixed(host) && ServedHosts.VaultOf(host) is null
            => $"The sandbox serves no host {host}, so no request would match.",
        { Method: { } method } when !Methods.Contains(method, StringComparer.OrdinalIgnoreCase) => $"The method is one of {string.Join(", ", Methods)}.",
        { Path: { } path } when !PartOfPath().IsMatch(path)
            => $"No path holds '{path}'. Give a part of one, such as /cmk/v2/clusters or /wrapkey, as it stands there: without host, query, spaces and wildcards.",
        _ => null,
    };

    /// <summary>What a path can hold once its escapes are undone. Empty segments are dropped before it is looked at, so two slashes are never in a row.</summary>
    [GeneratedRegex(@"\A(?!.*//)[A-Za-z0-9/._~!$&'()+,;=:@-]+\z")]
    private static partial Regex PartOfPath();
}
