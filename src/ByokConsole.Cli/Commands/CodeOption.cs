using System.CommandLine;
using System.Text.Json.Nodes;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands;

/// <summary><c>--as</c>: a cluster, with its key and the key's grants, as text for another tool. Nothing is done then but to print.</summary>
internal static class CodeOption
{
    public static WordOption Create(string description) => new("--as", ["terraform", "confluent", "byok", "curl"]) { Description = description };

    /// <param name="body">A cluster that is wanted; null for one that is there.</param>
    /// <returns>False where nobody asked for it.</returns>
    public static async Task<bool> PrintAsync(
        Session session, ParseResult parse, WordOption option, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        if (parse.GetValue(option) is not { } form)
            return false;
        session.Out.Text(await session.Console.TextAsync(
            body is null ? HttpMethod.Get : HttpMethod.Post, Address.With($"{path}/code", ("as", form)), body, cancellationToken));
        return true;
    }
}
