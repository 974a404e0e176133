using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Tests.Core.AsCode.Grants;
using ByokConsole.Tests.Core.AsCode.Languages;

namespace ByokConsole.Tests.Core.AsCode.Clusters;

/// <summary>The commands are run by a real bash, with programs that write down each word they were given.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly string[] Registration =
        [ClusterSamples.Wanted.Key!.Key.ToString(), "--key-vault", GrantSamples.Odd.Vault.ToString(), "--tenant", GrantSamples.Odd.TenantId.ToString(), "--display-name", Hostile.Name, "--output", "json"];

    private static readonly string[] Options =
        ["--environment", "env-9kx2v", "--cloud", "azure", "--region", "eastus", "--availability", "multi-zone", "--type", "dedicated", "--cku", "2"];

    private readonly Bash _bash = new();

    public CommandTests()
    {
        foreach (var program in (string[])["confluent", "byok"])
            _bash.Put(program, """
                printf '%s\0' "$@" >> "$HERE/words"; printf '\1' >> "$HERE/words"
                case "$*" in
                  *create*https*) printf '{\n  "id": "cck-n3w",\n  "validation_phase": "INITIALIZING"\n}\n';;
                  *describe*json*) echo '  "validation_phase": "VALID"';;
                esac
                """);
        _bash.Put("sleep", "");
    }

    public static bool HasBash => Bash.IsThere;

    [Theory(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    [InlineData(ClusterForm.ConfluentCli), InlineData(ClusterForm.ByokCli), InlineData(ClusterForm.Curl)]
    public async Task Bash_Can_Read_All_Of_It(ClusterForm form)
    {
        foreach (var target in (ClusterTarget[])[ClusterSamples.Automatic, ClusterSamples.Wanted, ClusterSamples.Registered, ClusterSamples.Existing])
            await _bash.ParseAsync(ClusterCode.Write(form, target));
    }

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task Confluents_Cli_Registers_Waits_For_The_Grants_And_Creates()
    {
        var commands = await RunAsync(ClusterForm.ConfluentCli, ClusterSamples.Wanted);

        Assert.Equal(4, commands.Count);
        Assert.Equal(["byok", "create", .. Registration], commands[0]);
        Assert.Equal(["byok", "describe", "cck-n3w"], commands[1]);
        Assert.Equal(["byok", "describe", "cck-n3w", "--output", "json"], commands[2]);
        Assert.Equal(["kafka", "cluster", "create", Hostile.Name, .. Options, "--network", "n-7q2k", "--byok", "cck-n3w"], commands[3]);
    }

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task Our_Cli_Registers_Grants_Creates_And_Waits()
    {
        var commands = await RunAsync(ClusterForm.ByokCli, ClusterSamples.Wanted);

        Assert.Equal(4, commands.Count);
        Assert.Equal(["key", "create", .. Registration[..^2], "--material-generated", .. Registration[^2..]], commands[0]);
        Assert.Equal(["grant", "apply", "cck-n3w"], commands[1]);
        Assert.Equal(["grant", "wait", "cck-n3w"], commands[2]);
        Assert.Equal(["cluster", "create", Hostile.Name, .. Options, "--network", "n-7q2k", "--byok", "cck-n3w", "--wait"], commands[3]);
    }

    [Theory(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    [InlineData(ClusterForm.ConfluentCli), InlineData(ClusterForm.ByokCli)]
    public async Task A_Registered_Key_Is_Not_Registered_Again_And_Automatic_Encryption_Names_None(ClusterForm form)
    {
        var registered = await RunAsync(form, ClusterSamples.Registered);
        Assert.DoesNotContain(registered, command => command.Contains("--key-vault"));
        Assert.Contains("cck-1a2b3", registered[^1]);

        Assert.DoesNotContain("--byok", Assert.Single(await RunAsync(form, ClusterSamples.Automatic)));
    }

    [Theory(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    [InlineData(ClusterForm.ConfluentCli), InlineData(ClusterForm.ByokCli)]
    public async Task A_Cluster_That_Exists_Is_Shown_And_Never_Asked_For_A_Second_Time(ClusterForm form)
    {
        var command = Assert.Single(await RunAsync(form, ClusterSamples.Existing));

        Assert.Contains("lkc-9x8y7", command);
        Assert.DoesNotContain("create", command);
        Assert.Contains("create", ClusterCode.Write(form, ClusterSamples.Existing), StringComparison.Ordinal);
    }

    [Theory(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    [InlineData("-n"), InlineData("--byok=cck-stolen")]
    public async Task A_Name_That_Looks_Like_An_Option_Is_None(string name)
    {
        var target = ClusterSamples.Wanted with { DisplayName = name, Key = ClusterSamples.Wanted.Key! with { RegistrationName = name } };

        var commands = await RunAsync(ClusterForm.ByokCli, target);

        Assert.Contains($"--display-name={name}", commands[0]);
        Assert.Equal(["--", name], commands[^1][^2..]);
    }

    public void Dispose() => _bash.Dispose();

    private async Task<List<string[]>> RunAsync(ClusterForm form, ClusterTarget target)
    {
        File.Delete(Path.Combine(_bash.Folder, "words"));
        var (code, _, errors) = await _bash.RunAsync(ClusterCode.Write(form, target));
        Assert.True(code == 0, errors);
        Assert.False(_bash.IsPwned);
        return [.. _bash.Read("words").Split('\u0001')[..^1].Select(command => command.Split('\0')[..^1])];
    }
}
