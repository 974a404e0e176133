using ByokConsole.Core.Grants;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Shell;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Core.AsCode.Languages;

namespace ByokConsole.Tests.Core.Grants;

/// <summary>The snippet is run by a real bash, with an az that writes down what it was asked.</summary>
public sealed class GrantInstructionsTests : IDisposable
{
    private const string Tenant = "0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11";
    private static readonly VaultResourceId Vault = VaultResourceId.Create(Guid.Parse("6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11"), "rg-streaming", "kv-orders-eus");
    private static readonly Guid Application = Guid.Parse("7d1f0b52-36c4-4a7e-93c8-0e52f1c9a2c9");
    private readonly Bash _bash = new();

    public static bool IsUnix => !OperatingSystem.IsWindows();

    [Fact(SkipUnless = nameof(IsUnix), Skip = "Needs bash.")]
    public async Task It_Assigns_Both_Roles_At_The_Vault_To_The_Service_Principal()
    {
        var (output, calls) = await RunAsync(knowsPrincipal: true);

        foreach (var role in KeyVaultRole.OfGrant)
            Assert.Contains($"role assignment create --role {role.Id} --scope {Vault} --assignee-object-id sp-object-id --assignee-principal-type ServicePrincipal --output none", calls);
        Assert.Contains($"account set --subscription {Vault.SubscriptionId}", calls);
        Assert.DoesNotContain(calls, call => call.StartsWith("ad sp create", StringComparison.Ordinal));
        Assert.Contains("Both roles are assigned to sp-object-id", output, StringComparison.Ordinal);
        Assert.EndsWith("shell is alive\n", output, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsUnix), Skip = "Needs bash.")]
    public async Task It_Creates_The_Service_Principal_Where_There_Is_None()
    {
        var (output, calls) = await RunAsync(knowsPrincipal: false);

        Assert.Contains(calls, call => call.StartsWith($"ad sp create --id {Application}", StringComparison.Ordinal));
        Assert.Contains("Both roles are assigned", output, StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(IsUnix), Skip = "Needs bash.")]
    public async Task In_Another_Tenant_It_Stops_Before_Anything_Is_Done_And_Leaves_The_Shell_Alive()
    {
        var (output, calls) = await RunAsync(knowsPrincipal: true, tenant: "another");

        Assert.DoesNotContain(calls, call => call.StartsWith("role", StringComparison.Ordinal));
        Assert.Contains("not in tenant", output, StringComparison.Ordinal);
        Assert.EndsWith("shell is alive\n", output, StringComparison.Ordinal);
    }

    [Theory(SkipUnless = nameof(IsUnix), Skip = "Needs bash.")]
    [InlineData("plain")]
    [InlineData("it's")]
    [InlineData("$(touch pwned)")]
    [InlineData("`touch pwned`; rm -rf x")]
    [InlineData("a\"b\\c\n&& echo d")]
    [InlineData("")]
    public async Task A_Quoted_Value_Is_One_Word_Whatever_It_Holds(string hostile)
    {
        var output = await BashAsync($"printf %s {ShellText.Quote(hostile)}");

        Assert.Equal(hostile, output);
        Assert.False(_bash.IsPwned);
    }

    [Fact]
    public void The_Text_For_The_Vault_Team_Says_What_Why_And_How()
    {
        var text = GrantInstructions.HandOffText(Vault, Guid.Parse(Tenant), Application);

        foreach (var part in (string[])[Vault.ToString(), Tenant, Application.ToString(), .. KeyVaultRole.OfGrant.Select(role => role.Name), "How you see that it worked"])
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    public void Dispose() => _bash.Dispose();

    private async Task<(string Output, string[] Calls)> RunAsync(bool knowsPrincipal, string tenant = Tenant)
    {
        _bash.Put("az", $"""
            echo "$*" >> $HERE/calls
            case "$*" in
              "account show"*) echo {tenant} ;;
              "ad sp show"*) {(knowsPrincipal ? "echo sp-object-id" : "exit 3")} ;;
              "ad sp create"*) echo sp-object-id ;;
            esac
            """);
        var output = await BashAsync(GrantInstructions.Snippet(Vault, Guid.Parse(Tenant), Application) + "\necho shell is alive\n");
        return (output, _bash.Read("calls").TrimEnd('\n').Split('\n'));
    }

    private async Task<string> BashAsync(string script)
    {
        var ended = await _bash.RunAsync(script);
        return ended.Errors + ended.Output;
    }
}
