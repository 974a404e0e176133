using System.Text.Json.Nodes;
using ByokConsole.Core.AsCode.Grants;
using ByokConsole.Core.Grants;
using ByokConsole.Core.Vaults;
using ByokConsole.Tests.Core.AsCode.Languages;

namespace ByokConsole.Tests.Core.AsCode.Grants;

/// <summary>The script is run by a real bash, with an az and a curl that write down what they were asked.</summary>
public sealed class RestGrantTests : IDisposable
{
    private const string Token = "tok-3n-of-az";
    private readonly Bash _bash = new();

    public RestGrantTests()
    {
        _bash.Put("az", $"""printf '%s\n' "$*" >> "$HERE/asked"; echo {Token} """);
        _bash.Put("sleep", "");
        // Answers per method from files that a test sets; the principal is found once it was made.
        _bash.Put("curl", """
            cat >> "$HERE/config"
            while [ $# -gt 0 ]; do case "$1" in --request) METHOD=$2;; --url) URL=$2;; --data) DATA=$2;; esac; printf '%s ' "$1" >> "$HERE/arguments"; shift; done
            printf '%s\t%s\t%s\n' "$METHOD" "$URL" "$DATA" >> "$HERE/calls"
            case "$METHOD $URL" in
              GET*) test -e "$HERE/known" && printf '%s\n200' '{"@odata.context":"x","id":"b41e0f0e-5d0b-4a57-9c0c-2f6d8e1a7c33"}' || printf '%s\n404' '{"error":{}}';;
              POST*) touch "$HERE/known"; printf '{}\n201';;
              PUT*) cat "$HERE/put" 2>/dev/null || printf '{}\n201';;
            esac
            """);
    }

    public static bool HasBash => Bash.IsThere;

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task It_Makes_The_Principal_And_Assigns_Both_Roles_Under_The_Consoles_Own_Names()
    {
        var (code, output, errors) = await RunAsync(GrantSamples.Odd);

        Assert.Equal((0, "", $"Both roles are assigned to {GrantSamples.Principal} at {GrantSamples.Odd.Vault}.\nshell is alive\n"), (code, errors, output));
        var calls = Calls();
        Assert.Equal(GrantSamples.Odd.ApplicationId.ToString(), JsonNode.Parse(Assert.Single(calls, call => call[0] == "POST")[2])!["appId"]!.GetValue<string>());
        foreach (var (role, put) in KeyVaultRole.OfGrant.Zip(calls.Where(call => call[0] == "PUT")))
        {
            var name = AssignmentName.Of(GrantSamples.Odd.Vault, role.Id, GrantSamples.Principal);
            Assert.EndsWith($"/providers/Microsoft.Authorization/roleAssignments/{name}?api-version=2022-04-01", put[1], StringComparison.Ordinal);
            Assert.Equal(GrantSamples.Odd.Vault.ToString(), Uri.UnescapeDataString(new Uri(put[1]).AbsolutePath.Split("/providers/Microsoft.Authorization")[0]));
            var properties = JsonNode.Parse(put[2])!["properties"]!;
            Assert.Equal($"/subscriptions/{GrantSamples.Odd.Vault.SubscriptionId}/providers/Microsoft.Authorization/roleDefinitions/{role.Id}", properties["roleDefinitionId"]!.GetValue<string>());
            Assert.Equal((GrantSamples.Principal.ToString(), "ServicePrincipal"), (properties["principalId"]!.GetValue<string>(), properties["principalType"]!.GetValue<string>()));
        }
    }

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task What_Is_There_Already_Is_A_Success()
    {
        File.WriteAllText(Path.Combine(_bash.Folder, "known"), "");
        File.WriteAllText(Path.Combine(_bash.Folder, "put"), "{\"error\":{\"code\":\"RoleAssignmentExists\"}}\n409");

        var (_, output, _) = await RunAsync(GrantSamples.Plain);

        Assert.StartsWith("Both roles are assigned", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls(), call => call[0] == "POST");
    }

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task A_Refusal_Ends_It_With_The_Clouds_Own_Words_And_Leaves_The_Shell_Alive()
    {
        File.WriteAllText(Path.Combine(_bash.Folder, "put"), "{\"error\":{\"code\":\"AuthorizationFailed\"}}\n403");

        var (_, output, errors) = await RunAsync(GrantSamples.Plain);

        Assert.Contains("AuthorizationFailed", errors, StringComparison.Ordinal);
        Assert.Equal("shell is alive\n", output);
        Assert.Single(Calls(), call => call[0] == "PUT");
    }

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task Tokens_Are_Asked_For_The_Tenant_And_Are_Neither_Printed_Nor_On_A_Command_Line()
    {
        var (_, output, errors) = await RunAsync(GrantSamples.Plain);

        foreach (var resource in (string[])["https://graph.microsoft.com", "https://management.azure.com"])
            Assert.Contains($"account get-access-token --tenant {GrantSamples.Plain.TenantId} --resource {resource}", _bash.Read("asked"), StringComparison.Ordinal);
        Assert.Contains($"Bearer {Token}\"", _bash.Read("config"), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, output + errors + _bash.Read("arguments") + _bash.Read("calls"), StringComparison.Ordinal);
    }

    [Fact(SkipUnless = nameof(HasBash), Skip = Bash.NoBash)]
    public async Task Tokens_Of_The_Environment_Are_Taken_Without_Az()
    {
        (_bash.Environment["AZURE_TOKEN"], _bash.Environment["GRAPH_TOKEN"]) = ("of-arm", "of-graph");

        await RunAsync(GrantSamples.Plain);

        Assert.False(File.Exists(Path.Combine(_bash.Folder, "asked")));
        Assert.Contains("Bearer of-arm\"", _bash.Read("config"), StringComparison.Ordinal);
        Assert.Contains("Bearer of-graph\"", _bash.Read("config"), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, _bash.Read("config"), StringComparison.Ordinal);
    }

    public void Dispose() => _bash.Dispose();

    private Task<EndedProgram> RunAsync(GrantTarget target)
        => _bash.RunAsync(GrantCode.Write(GrantForm.Rest, target) + "\necho shell is alive");

    private List<string[]> Calls() => [.. _bash.Read("calls").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
}
