using ByokConsole.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace ByokConsole.Tests.Web;

public sealed class ConsoleSettingsTests
{
    [Fact]
    public void Without_any_setting_the_console_is_a_sandbox_in_the_users_own_folder()
    {
        var settings = Read();

        Assert.Empty(settings.Problems);
        Assert.Equal(ConsoleMode.Sandbox, settings.Options!.Mode);
        Assert.Null(settings.Options.SandboxPort);
        Assert.Equal("byok-console", Path.GetFileName(settings.Options.DataFolder));
        Assert.True(Path.IsPathFullyQualified(settings.Options.DataFolder));
    }

    [Theory]
    [InlineData("live", ConsoleMode.Live, "live")]
    [InlineData("Sandbox", ConsoleMode.Sandbox, "sandbox")]
    public void The_two_modes_never_share_a_folder(string text, ConsoleMode mode, string folder)
    {
        var options = ReadLive(("Mode", text)).Options!;

        Assert.Equal(mode, options.Mode);
        Assert.Equal(folder, Path.GetFileName(options.ModeFolder));
    }

    [Theory]
    [InlineData("Mode", "Sandbxo", "Give Sandbox or Live")]
    [InlineData("Mode", "1", "Give Sandbox or Live")]
    [InlineData("Sandbox:Port", "65536", "1 to 65535")]
    [InlineData("Sandbox:Port", "-1", "1 to 65535")]
    [InlineData("Sandbox:Port", "http", "1 to 65535")]
    [InlineData("Sandbox:EnvFile", "/no/such/sandbox.env", "not there")]
    [InlineData("DataFolder", "a\0b", "not a path")]
    [InlineData("urls", "http://0.0.0.0:1", "other machines")]
    [InlineData("KeyHealth:Interval", "five minutes", "from 00:00:10 to 1.00:00:00")]
    [InlineData("KeyHealth:Interval", "00:00:09", "from 00:00:10 to 1.00:00:00")]
    [InlineData("KeyHealth:Interval", "1.00:00:01", "from 00:00:10 to 1.00:00:00")]
    public void A_wrong_setting_is_named_with_what_is_allowed(string key, string value, string allowed)
    {
        var settings = Read((key, value));

        var problem = Assert.Single(settings.Problems);
        Assert.StartsWith(key, problem.Key, StringComparison.Ordinal);
        Assert.Contains(allowed, problem.Message, StringComparison.Ordinal);
        Assert.Null(settings.Options);
    }

    [Theory]
    [InlineData(null, 300)]
    [InlineData("00:00:10", 10)]
    public void Keys_in_use_are_checked_every_five_minutes_or_as_often_as_said(string? text, int seconds)
        => Assert.Equal(seconds, Read(("KeyHealth:Interval", text!)).Options!.KeyHealth.Interval.TotalSeconds);

    [Theory]
    [InlineData("http://alerts.example.com", "0123456789abcdef", "Webhook:Url")]
    [InlineData("https://user:pass@alerts.example.com", "0123456789abcdef", "Webhook:Url")]
    [InlineData("https://alerts.example.com", "tiny-one", "Webhook:Secret")]
    public void A_webhook_is_reached_over_https_and_signed(string url, string secret, string problem)
    {
        var settings = Read(("Webhook:Url", url), ("Webhook:Secret", secret));

        Assert.Equal(problem, Assert.Single(settings.Problems).Key);
        Assert.DoesNotContain(secret, settings.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("alerts.example.com", Read(("Webhook:Url", "https://alerts.example.com"), ("Webhook:Secret", "0123456789abcdef")).Options!.Webhook.Url!.Host);
    }

    [Fact]
    public void A_connection_string_chooses_PostgreSQL_and_is_never_repeated()
    {
        var good = Read(("ConnectionStrings:Console", "Host=db;Database=byok;Username=byok;Password=do-not-say-this"), ("Protection:SealFile", "/etc/byok/seal"));
        var wrong = Read(("ConnectionStrings:Console", "Host=db;Password=do-not-say-this"));

        Assert.Equal(("byok at db:5432", "/etc/byok/seal"), (good.Options!.Database!.ToString(), good.Options.Database.SealFile));
        Assert.DoesNotContain("do-not-say-this", good.Options.ToString(), StringComparison.Ordinal);
        var problem = Assert.Single(wrong.Problems);
        Assert.Equal("ConnectionStrings:Console", problem.Key);
        Assert.DoesNotContain("do-not-say-this", problem.Message, StringComparison.Ordinal);
        Assert.Null(Read().Options!.Database);
    }

    [Fact]
    public void A_data_folder_that_is_a_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");

        Assert.Equal("DataFolder", Assert.Single(Read(("DataFolder", file)).Problems).Key);
    }

    [Fact]
    public void Live_mode_does_not_start_in_a_shell_that_points_at_a_sandbox()
    {
        var problem = Assert.Single(ReadLive(("BYOK_SANDBOX", "1")).Problems);

        Assert.Equal("Mode", problem.Key);
        Assert.Contains("BYOK_SANDBOX", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Live_mode_takes_no_sandbox()
        => Assert.Equal("Sandbox:EnvFile", Assert.Single(ReadLive(("Sandbox:EnvFile", "x")).Problems).Key);

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var settings = Read(("Mode", "x"), ("Sandbox:Port", "x"), ("urls", "http://*:1;http://0.0.0.0:2"));

        Assert.Equal(4, settings.Problems.Count);
    }

    [Fact]
    public void Live_mode_names_every_setting_that_its_clouds_need()
    {
        var problems = Read(("Mode", "Live"), ("Sandbox:Port", "x")).Problems.Select(problem => problem.Key);

        Assert.Equal(["Sandbox:Port", "Azure:TenantId", "Confluent:ApiKey", "Confluent:ApiSecret"], problems);
    }

    [Fact]
    public void A_sandbox_file_that_says_too_little_is_a_problem_before_anything_starts()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "sandbox.env");
        File.WriteAllText(file, "export AZURE_CLIENT_ID='0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11'\n");

        var settings = Read(("Sandbox:EnvFile", file));

        Assert.Contains("HTTPS_PROXY", settings.Problems.Select(problem => problem.Key));
        Assert.Null(settings.Connection);
    }

    [Fact]
    public void A_command_to_a_running_console_needs_no_cloud()
        => Assert.Empty(ConsoleSettings.ReadForCommand(Configuration(("Mode", "Live"))).Problems);

    private static ConsoleSettings ReadLive(params (string Key, string Value)[] settings)
        => Read([("Azure:TenantId", "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11"), ("Confluent:ApiKey", "KEY"), ("Confluent:ApiSecret", "a-secret-of-the-test"),
            .. settings.Any(setting => setting.Key is "Mode") ? settings : [("Mode", "Live"), .. settings]]);

    private static ConsoleSettings Read(params (string Key, string Value)[] settings)
        => ConsoleSettings.Read(Configuration(settings));

    private static IConfiguration Configuration(params (string Key, string Value)[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}
