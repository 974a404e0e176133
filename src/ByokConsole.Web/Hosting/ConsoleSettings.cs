using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ByokConsole.Adapters;
using ByokConsole.Adapters.Webhooks;
using ByokConsole.Core.KeyHealth;

namespace ByokConsole.Web.Hosting;

/// <summary>Reads <see cref="ConsoleOptions"/> and collects everything that is wrong with them, each by its full key.</summary>
public sealed class ConsoleSettings
{
    public const string Mode = "Mode";
    public const string DataFolder = "DataFolder";
    public const string SandboxPort = "Sandbox:Port";
    public const string SandboxEnvFile = "Sandbox:EnvFile";

    public const string KeyHealthInterval = "KeyHealth:Interval";

    public const string WebhookUrl = "Webhook:Url";
    public const string WebhookSecret = "Webhook:Secret";
    public const string WebhookAllowPrivate = "Webhook:AllowPrivateAddresses";

    /// <summary>Set by <c>sandbox.env</c>: the shell points at a sandbox.</summary>
    public const string SandboxShell = "BYOK_SANDBOX";

    private readonly List<SettingProblem> _problems = [];
    private readonly IConfiguration _configuration;

    private ConsoleSettings(IConfiguration configuration, bool withConnection)
    {
        _configuration = configuration;
        var (mode, folder) = (ReadMode(), ReadDataFolder());
        var options = new ConsoleOptions
        {
            Mode = mode,
            DataFolder = folder,
            Database = DatabaseSettings.Read(configuration, folder, _problems),
            SandboxPort = ReadSandboxPort(),
            SandboxEnvFile = ReadEnvFile(mode),
            KeyHealth = ReadKeyHealth(),
            Webhook = ReadWebhook(),
        };
        _problems.AddRange(ListenAddresses.Problems(configuration));
        if (withConnection)
            Connection = ReadConnection(options);
        if (_problems.Count == 0)
            Options = options;
    }

    /// <summary>The settings, or null when something is wrong with them.</summary>
    public ConsoleOptions? Options { get; }

    /// <summary>The way to the clouds that these settings name; null where the console starts a sandbox and learns it from that.</summary>
    public CloudConnection? Connection { get; }

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<SettingProblem> Problems => _problems;

    [MemberNotNullWhen(true, nameof(Options))]
    public bool AreGood => Options is not null;

    /// <summary>Everything that a console needs to serve.</summary>
    public static ConsoleSettings Read(IConfiguration configuration) => new(configuration, withConnection: true);

    /// <exception cref="StartRefusedException">Something is wrong with them: everything of it is told.</exception>
    public ConsoleOptions RequireGood()
        => Options ?? throw new StartRefusedException(["The console does not start: its settings are wrong.", .. Problems.Select(problem => $"  {problem}")]);

    /// <summary>What a command needs that speaks to a running console, and to no cloud.</summary>
    public static ConsoleSettings ReadForCommand(IConfiguration configuration) => new(configuration, withConnection: false);

    private CloudConnection? ReadConnection(ConsoleOptions options)
    {
        var reading = options switch
        {
            { Mode: ConsoleMode.Live } => ConnectionSettings.Read(_configuration),
            { SandboxEnvFile: { } file } when File.Exists(file) => SandboxEnvironmentFile.Read(file),
            _ => null,
        };
        _problems.AddRange(reading?.Problems ?? []);
        return reading?.Connection;
    }

    private ConsoleMode ReadMode()
    {
        var text = Text(Mode) ?? nameof(ConsoleMode.Sandbox);
        var mode = text.ToUpperInvariant() switch
        {
            "SANDBOX" => ConsoleMode.Sandbox,
            "LIVE" => ConsoleMode.Live,
            _ => Report(Mode, $"is '{text}'. Give Sandbox or Live.", ConsoleMode.Sandbox),
        };
        if (mode is ConsoleMode.Live && Text(SandboxShell) is not null)
            Report(Mode, $"is Live, but {SandboxShell} is set: this shell points at a sandbox. Start from a shell that has not sourced sandbox.env.");
        return mode;
    }

    private string ReadDataFolder()
    {
        var text = Text(DataFolder)
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "byok-console");
        try
        {
            var folder = Path.GetFullPath(text);
            return File.Exists(folder) ? Report(DataFolder, $"names a file ({folder}). Give a folder.", folder) : folder;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return Report(DataFolder, "is not a path. Give a folder that this user may write to.", "");
        }
    }

    private int? ReadSandboxPort()
    {
        if (Text(SandboxPort) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : Report<int?>(SandboxPort, $"is '{text}'. Give a port from 1 to 65535, or 0 for any free one.", null);
    }

    private string? ReadEnvFile(ConsoleMode mode)
    {
        if (Text(SandboxEnvFile) is not { } text)
            return null;
        if (mode is ConsoleMode.Live)
            return Report(SandboxEnvFile, "is given, but Mode is Live. Remove it, or set Mode to Sandbox.", text);
        var file = Path.GetFullPath(text);
        return File.Exists(file)
            ? file
            : Report(SandboxEnvFile, $"names a file that is not there ({file}). Start that sandbox first, or remove the setting to have one started.", file);
    }

    private KeyHealthOptions ReadKeyHealth()
    {
        if (Text(KeyHealthInterval) is not { } text)
            return KeyHealthOptions.Default;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval >= KeyHealthOptions.Shortest && interval <= KeyHealthOptions.Longest
            ? new KeyHealthOptions(interval)
            : Report(KeyHealthInterval, $"is '{text}'. Give a time from 00:00:10 to 1.00:00:00, as hours:minutes:seconds.", KeyHealthOptions.Default);
    }

    private WebhookOptions ReadWebhook()
    {
        if (Text(WebhookUrl) is not { } text)
            return WebhookOptions.Off;
        // Neither is repeated in a problem: an address may hold a secret of its own.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url is not { Scheme: "https", UserInfo: "" })
            return Report(WebhookUrl, "is not an https address. Give one such as https://alerts.example.com/byok.", WebhookOptions.Off);
        if (Text(WebhookSecret) is not { Length: >= WebhookOptions.ShortestSecret } secret)
            return Report(WebhookSecret, $"is missing, or shorter than {WebhookOptions.ShortestSecret} characters. Messages are signed with it.", WebhookOptions.Off);
        return bool.TryParse(Text(WebhookAllowPrivate) ?? "false", out var allow)
            ? new WebhookOptions(url, secret, allow)
            : Report(WebhookAllowPrivate, "is neither true nor false.", WebhookOptions.Off);
    }

    private string? Text(string key) => _configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private T Report<T>(string key, string message, T fallback)
    {
        Report(key, message);
        return fallback;
    }

    private void Report(string key, string message) => _problems.Add(new(key, message));
}
