using ByokConsole.Core.AsCode.Grants;
using ByokConsole.Core.Identifiers;
using ByokConsole.Tests.RealClients.Matrix;
using static System.Net.Http.HttpMethod;

namespace ByokConsole.Tests.RealClients;

/// <summary>The wizard's snippet, to the letter, in a real bash with the real az; and Confluent Cloud's side, which finds the key usable only then.</summary>
[Trait(Category, RealClients)]
[Collection(RealClientSandbox.Name)]
public sealed class WizardSnippetTests(RealClientSandbox sandbox) : RealClientTests(sandbox), IDisposable
{
    /// <summary>
    /// Hands everything to the real az, except the command that Debian's package breaks: that is turned into the request that az makes of it elsewhere.
    /// </summary>
    private const string ThinAz = """
        #!/bin/bash
        REAL=$(PATH="${PATH#*:}" command -v az)
        if [ "$1 $2 $3" != "role assignment create" ]; then exec "$REAL" "$@"; fi
        shift 3
        while [ $# -gt 0 ]; do
          case "$1" in
            --role) ROLE=$2 ;;
            --scope) SCOPE=$2 ;;
            --assignee-object-id) PRINCIPAL=$2 ;;
            --assignee-principal-type) TYPE=$2 ;;
            --output) OUTPUT=$2 ;;
            *) echo "unknown argument $1" >&2; exit 2 ;;
          esac
          shift 2
        done
        DEFINITION="$(echo "$SCOPE" | cut -d/ -f1-3)/providers/Microsoft.Authorization/roleDefinitions/$ROLE"
        exec "$REAL" rest --method put --output "$OUTPUT" \
          --url "$SCOPE/providers/Microsoft.Authorization/roleAssignments/$(cat /proc/sys/kernel/random/uuid)?api-version=2022-04-01" \
          --body "{\"properties\":{\"roleDefinitionId\":\"$DEFINITION\",\"principalId\":\"$PRINCIPAL\",\"principalType\":\"$TYPE\"}}"
        """;

    private readonly string _front = Directory.CreateTempSubdirectory("byok-front-").FullName;

    [Fact]
    [Operation(
        Operations.Wizard, Client.AzureCli,
        Differs = "Debian's package breaks `az role assignment create`; the test makes the same request by `az rest`.")]
    public async Task Pasted_as_it_is_printed_it_makes_the_key_usable()
    {
        await Sandbox.SignedInAsync();
        var (registration, application) = await RegisterAsync();
        await SetAsync(propagation: 3);
        await PhaseAsync(registration, "INVALID", "never granted");

        var ran = (await RunAsync(Snippet(application), Front())).Succeeds();

        Assert.Matches($@"\ABoth roles are assigned to [0-9a-f-]{{36}} at {VaultId}\.\n\z", ran.Output);
        await PhaseAsync(registration, "VALID", "");
    }

    [Fact]
    public async Task In_a_subscription_that_is_not_there_it_stops_and_leaves_the_shell_alive()
    {
        await Sandbox.SignedInAsync();
        var (_, application) = await RegisterAsync();
        var elsewhere = Snippet(application).Replace(Subscription, Guid.NewGuid().ToString(), StringComparison.Ordinal);

        var ran = await RunAsync($"{elsewhere}\necho alive", Front());

        Assert.Equal("alive\n", ran.Output);
        Assert.Contains("doesn't exist", ran.Errors, StringComparison.Ordinal);
        (await Cloud.AzureAsync(Get, $"https://graph.microsoft.com/v1.0/servicePrincipals(appId='{application}')")).Expect(404);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        Directory.Delete(_front, recursive: true);
    }

    private string Snippet(string application)
        => GrantCode.Write(GrantForm.Az, new(VaultResourceId.Parse(VaultId), Guid.Parse(Tenant), Guid.Parse(application)));

    private string Front()
    {
        var az = Path.Combine(_front, "az");
        File.WriteAllText(az, ThinAz.ReplaceLineEndings("\n") + "\n");
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return _front;
    }

    private async Task PhaseAsync(string registration, string phase, string words)
        => await Poll.UntilAsync(
            async () => (await Cloud.ConfluentAsync(Get, $"/byok/v1/keys/{registration}")).Expect(200),
            now => now["validation.phase"] == phase && (now["validation.message"] ?? "").Contains(words, StringComparison.Ordinal),
            $"{registration} is {phase} {words}");
}
