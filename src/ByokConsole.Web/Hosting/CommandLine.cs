using ByokConsole.Adapters.Storage;
using ByokConsole.Web.Hosting.Access;
using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Hosting;

/// <summary>What may stand behind the program's name: help, a command, and settings. A setting that nothing reads is a mistake, not a wish.</summary>
public static class CommandLine
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Usage = $"""
        ByokConsole: create Confluent Cloud clusters that are encrypted with your own Azure Key Vault key, and look after that key.

        Usage
          ByokConsole.Web [settings]      starts the console and prints its address
          ByokConsole.Web {LinkCommand.Name} [settings]  prints another one-time address of a console that runs in Live mode
          ByokConsole.Web {BackupCommand.Name} <folder> [settings]   writes a copy of everything a console keeps, which may run meanwhile
          ByokConsole.Web {MoveCommand.Name} [settings]   carries a stopped console's data over to the PostgreSQL database that is named

        Settings, also read from appsettings.json and from the environment (Sandbox__Port for Sandbox:Port)
          --{ConsoleSettings.Mode} Sandbox|Live            the clouds on loopback (default), or the real ones
          --{ConsoleSettings.DataFolder} <folder>          what the console keeps; default: byok-console in your local application data
          --urls <address>              where it listens, on loopback only; default: {ListenAddresses.Default}
          --{DatabaseSettings.Database} <text>  a PostgreSQL database instead of a file in the data folder, such as
                                        "{SharedDatabase.Example}"; better in the environment, for its password
          --{DatabaseSettings.SealFile} <file>   secret that the keys in that database are sealed with; its consoles share it
          --{ConsoleSettings.SandboxPort} <port>         port of the sandbox that it starts; 0 for any free one
          --{ConsoleSettings.SandboxEnvFile} <file>      attach to a sandbox that runs already, by its sandbox.env
          --{ConsoleSettings.KeyHealthInterval} <time>   how often keys in use are checked; default: 00:05:00
          --{ConsoleSettings.WebhookUrl} <address>      https address that is told when a finding about a key changes
          --{ConsoleSettings.WebhookSecret} <secret>    what those messages are signed with
          --{ConsoleSettings.WebhookAllowPrivate} true  let that address lie in your own network
          --Azure:TenantId, --Azure:ClientId, --Azure:ClientSecret, --Azure:SubscriptionId, --Azure:AdditionalTenantIds
          --Confluent:ApiKey, --Confluent:ApiSecret, --Confluent:EnvironmentId
                                        the identity for Live mode; better in the environment, where other users do not see it

        Example
          ByokConsole.Web --DataFolder ~/byok --urls http://localhost:5090
        """;

    private static readonly string[] Known =
    [
        ConsoleSettings.Mode, ConsoleSettings.DataFolder, ConsoleSettings.SandboxPort, ConsoleSettings.SandboxEnvFile, ConsoleSettings.KeyHealthInterval,
        ConsoleSettings.WebhookUrl, ConsoleSettings.WebhookSecret, ConsoleSettings.WebhookAllowPrivate,
        DatabaseSettings.Database, DatabaseSettings.SealFile,
        "Azure:TenantId", "Azure:AdditionalTenantIds", "Azure:ClientId", "Azure:ClientSecret", "Azure:SubscriptionId",
        "Confluent:ApiKey", "Confluent:ApiSecret", "Confluent:EnvironmentId", "urls", "http_ports", "https_ports", "environment",
    ];

    /// <summary>Sections of ASP.NET Core's own, whose names are many.</summary>
    private static readonly string[] Sections = ["Logging:", "Kestrel:", "Azure:AdditionalTenantIds:"];

    /// <summary>True for --help, -h and their kin.</summary>
    public static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?" or "/?");

    /// <summary>Lets through what the console, ASP.NET Core or Kestrel reads.</summary>
    /// <exception cref="StartRefusedException">Something is given that nothing reads, or a setting without a value.</exception>
    public static void RequireKnown(string[] args)
    {
        var unknown = Unknown(args).Select(name => $"  {name} is no setting of the console.{(Nearest(name) is { } near ? $" Did you mean --{near}?" : "")}").ToList();
        var wrong = unknown.Concat(Valueless(args).Select(name => $"  --{name} is given without a value.")).ToList();
        if (wrong.Count > 0)
            throw new StartRefusedException(["The console does not start: its command line is wrong.", .. wrong, "  --help lists what there is."]);
    }

    /// <summary>Settings with nothing behind them, as an empty variable of a shell leaves them: they would be passed over in silence.</summary>
    private static IEnumerable<string> Valueless(string[] args)
        => args.Index()
            .Where(arg => IsSetting(arg.Item) && (arg.Item.Contains('=')
                ? arg.Item.EndsWith('=')
                : args.ElementAtOrDefault(arg.Index + 1) is null or "" || IsSetting(args[arg.Index + 1])))
            .Select(arg => arg.Item.TrimStart('-').TrimEnd('='));

    private static IEnumerable<string> Unknown(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0].TrimStart('-', '/');
            var isOption = args[i].StartsWith('-') || (args[i].StartsWith('/') && args[i].Contains('='));
            if (!isOption || !IsKnown(name))
                yield return args[i].Split('=')[0];
            // Its value is the next word, unless it stood behind an equals sign.
            if (isOption && !args[i].Contains('=') && (IsKnown(name) || args.ElementAtOrDefault(i + 1)?.StartsWith('-') is false))
                i++;
        }
    }

    private static bool IsSetting(string arg) => arg.StartsWith("--", StringComparison.Ordinal) && IsKnown(arg[2..].Split('=')[0]);

    private static bool IsKnown(string name)
        => Known.Contains(name, StringComparer.OrdinalIgnoreCase) || Array.Exists(Sections, section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase));

    /// <summary>The setting whose name differs least, if it differs little.</summary>
    private static string? Nearest(string name)
    {
        var typed = name.TrimStart('-', '/');
        var (best, distance) = Known.Select(known => (known, EditDistance.Between(typed.ToUpperInvariant(), known.ToUpperInvariant()))).MinBy(pair => pair.Item2);
        return distance <= 1 + (typed.Length / 3) ? best : null;
    }
}
