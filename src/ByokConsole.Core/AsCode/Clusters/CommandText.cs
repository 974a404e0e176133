using System.Globalization;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Shell;

namespace ByokConsole.Core.AsCode.Clusters;

/// <summary>Commands for bash: one option a line, every value quoted, and none of them taken for an option.</summary>
internal static class CommandText
{
    /// <summary>Takes the new registration's id out of a JSON answer.</summary>
    public const string TakeId = """sed -n 's/.*"id": *"\(cck-[^"]*\)".*/\1/p'""";

    /// <summary>Where a script keeps the id of the registration that it makes.</summary>
    public const string NewKey = "\"$KEY\"";

    /// <summary>A command with one argument; an argument that looks like an option is put behind the mark that ends the options.</summary>
    public static string Command(string command, string argument, IEnumerable<string> options)
        => argument.StartsWith('-')
            ? string.Join(" \\\n  ", [command, .. options, "-- " + ShellText.Quote(argument)])
            : string.Join(" \\\n  ", [$"{command} {ShellText.Quote(argument)}", .. options]);

    public static string Option(string name, string value) => name + (value.StartsWith('-') ? '=' : ' ') + ShellText.Quote(value);

    /// <summary>What registers the key, with the options that Confluent's CLI and ours share.</summary>
    /// <param name="more">Options of one of them alone.</param>
    public static string Register(string command, ClusterKey key, params string[] more)
    {
        List<string> options = [Option("--key-vault", key.Vault.ToString()), Option("--tenant", key.TenantId.ToString())];
        if (key.RegistrationName is { } name)
            options.Add(Option("--display-name", name));
        return $"KEY=$({Command(command, key.Key.Versionless.ToString(), [.. options, .. more, "--output json"])} | {TakeId})\ntest -n {NewKey}";
    }

    /// <summary>The options of a new cluster, which Confluent's CLI and ours share.</summary>
    public static IEnumerable<string> Create(ClusterTarget target)
    {
        yield return Option("--environment", target.EnvironmentId);
        yield return "--cloud azure";
        yield return Option("--region", target.Region);
        yield return target.Availability is Availability.MultiZone ? "--availability multi-zone" : "--availability single-zone";
        yield return "--type dedicated";
        yield return string.Create(CultureInfo.InvariantCulture, $"--cku {target.Cku}");
        if (target.NetworkId is { } network)
            yield return Option("--network", network);
        if (target.Key is { } key)
            yield return "--byok " + (key.RegistrationId is { } id ? ShellText.Quote(id) : NewKey);
    }

    /// <summary>
    /// Shows a cluster that exists, and how it would be made in comments: no one shall buy a second one by pasting. A value may hold line
    /// breaks, so each line of it is commented out.
    /// </summary>
    public static string Existing(string id, string show, string create)
        => $"# {id} exists. This shows it:\n{show}\n\n# This is how such a cluster is made. It is commented out, as it would ask for a second one:\n# {create.Replace("\n", "\n# ", StringComparison.Ordinal)}";

    /// <summary>Commands in a shell of their own, so that a failure ends them and not the person's shell.</summary>
    public static string Subshell(params IEnumerable<string> parts) => $"(\nset -eu\n{string.Join('\n', parts)}\n)";
}
