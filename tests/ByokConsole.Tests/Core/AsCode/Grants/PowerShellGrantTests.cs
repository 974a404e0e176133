using System.Management.Automation;
using System.Management.Automation.Runspaces;
using ByokConsole.Core.AsCode.Grants;
using ByokConsole.Core.Vaults;

namespace ByokConsole.Tests.Core.AsCode.Grants;

/// <summary>The script is run by PowerShell's own engine, with commands in the place of the Az module's that write down what they were asked.</summary>
public sealed class PowerShellGrantTests
{
    private static readonly string Az = $$"""
        function Note($what, $bound) { [string[]]$names = $bound.Keys; [Array]::Sort($names); $Calls.Add("$what " + (($names | ForEach-Object { "-$_ $($bound[$_])" }) -join ' ')) }
        function Set-AzContext([string]$Tenant, [string]$Subscription) { Note 'Set-AzContext' $PSBoundParameters; if ($Elsewhere) { throw 'no such tenant' } }
        function Get-AzADServicePrincipal([string]$ApplicationId) { Note 'Get-AzADServicePrincipal' $PSBoundParameters; if ($Known) { @{ Id = '{{GrantSamples.Principal}}' } } }
        function New-AzADServicePrincipal([string]$ApplicationId) { Note 'New-AzADServicePrincipal' $PSBoundParameters; @{ Id = '{{GrantSamples.Principal}}' } }
        function Get-AzRoleAssignment([string]$ObjectId, [string]$Scope) { Note 'Get-AzRoleAssignment' $PSBoundParameters; $AtAzure }
        function New-AzRoleAssignment([string]$ObjectId, [string]$ObjectType, [string]$RoleDefinitionId, [string]$Scope) { Note 'New-AzRoleAssignment' $PSBoundParameters }
        """;

    [Fact]
    public void It_Assigns_Both_Roles_To_A_Principal_That_It_Makes()
    {
        var (calls, output, error) = Run(GrantSamples.Odd, known: false);

        Assert.Null(error);
        Assert.Contains($"Set-AzContext -Subscription {GrantSamples.Odd.Vault.SubscriptionId} -Tenant {GrantSamples.Odd.TenantId}", calls);
        Assert.Contains($"New-AzADServicePrincipal -ApplicationId {GrantSamples.Odd.ApplicationId}", calls);
        foreach (var role in KeyVaultRole.OfGrant)
            Assert.Contains($"New-AzRoleAssignment -ObjectId {GrantSamples.Principal} -ObjectType ServicePrincipal -RoleDefinitionId {role.Id} -Scope {GrantSamples.Odd.Vault}", calls);
        Assert.Equal($"Both roles are assigned to {GrantSamples.Principal} at {GrantSamples.Odd.Vault}.", output);
    }

    [Fact]
    public void What_Is_There_Already_Stays_As_It_Is()
    {
        var (calls, _, error) = Run(GrantSamples.Plain, known: true, given: GrantSamples.Plain.Vault.ToString().ToUpperInvariant());

        Assert.Null(error);
        Assert.DoesNotContain(calls, call => call.StartsWith("New-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_Role_Assigned_Above_The_Vault_Is_Assigned_At_It_Too()
    {
        var (calls, _, _) = Run(GrantSamples.Plain, known: true, given: $"/subscriptions/{GrantSamples.Plain.Vault.SubscriptionId}");

        Assert.Equal(2, calls.Count(call => call.StartsWith("New-AzRoleAssignment", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_The_Tenant_Cannot_Be_Entered_Nothing_Is_Done()
    {
        var (calls, _, error) = Run(GrantSamples.Plain, known: true, elsewhere: true);

        Assert.Equal("no such tenant", error);
        Assert.Single(calls);
    }

    private static (List<string> Calls, string Output, string? Error) Run(GrantTarget target, bool known, string? given = null, bool elsewhere = false)
    {
        var calls = new List<string>();
        var state = InitialSessionState.CreateDefault2();
        foreach (var (name, value) in (IEnumerable<(string, object?)>)[("Calls", calls), ("Known", known), ("Elsewhere", elsewhere), ("AtAzure", given is null ? null : KeyVaultRole.OfGrant.Select(role => new { Scope = given, RoleDefinitionId = role.Id.ToString() }).ToArray())])
            state.Variables.Add(new SessionStateVariableEntry(name, value, ""));
        using var shell = PowerShell.Create(state);
        shell.AddScript(Az).Invoke();
        shell.Commands.Clear();
        try
        {
            var output = shell.AddScript(GrantCode.Write(GrantForm.PowerShell, target)).Invoke();
            return (calls, string.Join('\n', output), null);
        }
        catch (RuntimeException problem)
        {
            return (calls, "", problem.Message);
        }
    }
}
