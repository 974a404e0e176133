using ByokConsole.Adapters;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ByokConsole.Tests.Adapters;

public sealed class SandboxEnvironmentFileTests : IDisposable
{
    private readonly string _ca = Path.GetTempFileName();

    public void Dispose() => File.Delete(_ca);

    [Fact]
    public void A_complete_file_gives_a_connection_through_its_proxy()
    {
        var reading = SandboxEnvironmentFile.Parse(Text(), "sandbox.env");

        Assert.True(reading.IsOk, string.Join('\n', reading.Problems));
        Assert.Equal(new Uri("http://127.0.0.1:5443"), reading.Connection.Proxy);
        Assert.Equal(_ca, reading.Connection.CertificateAuthorityFile);
        Assert.Equal(CloudPorts.Tenant, reading.Connection.TenantId);
        Assert.Equal("it's $ecret", reading.Connection.ClientSecret);
        Assert.Equal("cloud-secret", reading.Connection.ConfluentApiSecret);
        Assert.Equal("env-9kx2v", reading.Connection.ConfluentEnvironmentId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_same_variable_in_small_letters_is_for_other_programs(bool comesFirst)
    {
        const string Small = "export https_proxy='http://127.0.0.1:1'\n";

        var reading = SandboxEnvironmentFile.Parse(comesFirst ? Small + Text() : $"{Text()}\n{Small}", "sandbox.env");

        Assert.True(reading.IsOk, string.Join('\n', reading.Problems));
        Assert.Equal(new Uri("http://127.0.0.1:5443"), reading.Connection.Proxy);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once_by_variable()
    {
        var reading = SandboxEnvironmentFile.Parse("", "sandbox.env");

        Assert.False(reading.IsOk);
        Assert.Equal(
            ["HTTPS_PROXY", "SSL_CERT_FILE", "AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET", "CONFLUENT_CLOUD_API_KEY", "CONFLUENT_CLOUD_API_SECRET"],
            reading.Problems.Select(problem => problem.Key));
    }

    [Theory]
    [InlineData("https://127.0.0.1:5443")]
    [InlineData("http://example.com:5443")]
    [InlineData("http://user@127.0.0.1:5443")]
    [InlineData("nonsense")]
    public void Only_a_proxy_on_this_machine_is_taken(string proxy)
    {
        var reading = SandboxEnvironmentFile.Parse(Text(proxy), "sandbox.env");

        Assert.Equal("HTTPS_PROXY", Assert.Single(reading.Problems).Key);
    }

    [Fact]
    public void A_missing_file_and_a_line_of_another_kind_are_problems_that_say_where()
    {
        Assert.Equal("/nowhere/sandbox.env", Assert.Single(SandboxEnvironmentFile.Read("/nowhere/sandbox.env").Problems).Key);
        Assert.Equal("sandbox.env:2", Assert.Single(SandboxEnvironmentFile.Parse("A=1\nrm -rf /\n", "sandbox.env").Problems).Key);
    }

    [Theory]
    [InlineData("A=$(id)")]
    [InlineData("A=`id`")]
    [InlineData("A='open")]
    [InlineData("A=\"open")]
    [InlineData("A=\"$HOME\"")]
    [InlineData("A=1 B=2")]
    [InlineData("1A=1")]
    [InlineData("=1")]
    public void What_a_shell_would_expand_is_not_read_as_text(string line)
        => Assert.False(ShellAssignments.TryParse(line, out _, out _));

    [Theory]
    [InlineData("A=plain", "plain")]
    [InlineData("export A='it'\\''s'", "it's")]
    [InlineData("  export  A=\"a \\\"b\\\" \\$c\"", "a \"b\" $c")]
    [InlineData("A=a\\ b", "a b")]
    [InlineData("A=", "")]
    public void Quotes_are_read_as_a_shell_reads_them(string line, string value)
    {
        Assert.True(ShellAssignments.TryParse("# comment\nunset NO_PROXY no_proxy\n\n" + line, out var variables, out _));
        Assert.Equal(value, variables["A"]);
    }

    [Property]
    public Property Any_one_line_value_survives_single_quotes()
        => Prop.ForAll(
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get.ReplaceLineEndings("").Replace("\n", "", StringComparison.Ordinal)).ToArbitrary(),
            value => ShellAssignments.TryParse($"A='{value.Replace("'", "'\\''", StringComparison.Ordinal)}'", out var variables, out _)
                && variables["A"] == value);

    [Property]
    public bool Any_text_at_all_is_read_without_an_exception(string? text)
        => SandboxEnvironmentFile.Parse(text ?? "", "sandbox.env") is { IsOk: false, Problems.Count: > 0 };

    private string Text(string proxy = "http://127.0.0.1:5443") => $$"""
        # Written by the sandbox.
        unset NO_PROXY no_proxy ALL_PROXY all_proxy
        export HTTPS_PROXY='{{proxy}}'
        export SSL_CERT_FILE='{{_ca}}'
        export AZURE_TENANT_ID='{{CloudPorts.Tenant}}'
        export AZURE_CLIENT_ID='7d9f3c52-0000-4000-8000-000000000001'
        export AZURE_CLIENT_SECRET='it'\''s $ecret'
        export CONFLUENT_CLOUD_API_KEY='KEY'
        export CONFLUENT_CLOUD_API_SECRET='cloud-secret'
        export CONFLUENT_ENVIRONMENT_ID='env-9kx2v'
        """;
}
