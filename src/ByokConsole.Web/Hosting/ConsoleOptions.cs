using ByokConsole.Adapters.Storage;
using ByokConsole.Adapters.Webhooks;
using ByokConsole.Core.KeyHealth;

namespace ByokConsole.Web.Hosting;

/// <summary>The console's own settings, already checked. <see cref="ConsoleSettings"/> reads them.</summary>
public sealed record ConsoleOptions
{
    /// <summary>Sandbox or Live.</summary>
    public required ConsoleMode Mode { get; init; }

    /// <summary>Absolute folder for everything the console keeps.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The PostgreSQL database that the console uses, alone or with others; null for a file in its data folder.</summary>
    public SharedDatabase? Database { get; init; }

    /// <summary>Port of the sandbox that the console starts; 0 for any free one, null for its usual one or, where that is taken, the next.</summary>
    public int? SandboxPort { get; init; }

    /// <summary>The <c>sandbox.env</c> of a sandbox that runs already, or null to start one.</summary>
    public string? SandboxEnvFile { get; init; }

    /// <summary>How often the keys in use are checked.</summary>
    public KeyHealthOptions KeyHealth { get; init; } = KeyHealthOptions.Default;

    /// <summary>Where changes of the keys' findings are told.</summary>
    public WebhookOptions Webhook { get; init; } = WebhookOptions.Off;

    /// <summary>Where this mode's database and secrets lie; the two modes never share one.</summary>
    public string ModeFolder => Path.Combine(DataFolder, Mode is ConsoleMode.Live ? "live" : "sandbox");

    /// <summary>The database, where it is a file.</summary>
    public string DatabaseFile => Path.Combine(ModeFolder, "console.db");
}
