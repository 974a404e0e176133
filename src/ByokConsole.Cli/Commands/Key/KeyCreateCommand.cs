using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Runs;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>Registers a key: starts the run, waits for its end, prints the registration.</summary>
internal sealed class KeyCreateCommand : ConsoleCommand
{
    private readonly Argument<string> _key = new("key-id") { Description = "Key identifier without version: https://{vault}.vault.azure.net/keys/{key}" };
    private readonly KeyOptions _options = new();
    private readonly Option<string> _name = new("--display-name") { Description = "What it is called in lists", HelpName = "name" };

    public KeyCreateCommand()
        : base(
            "create", "Register a key, if every check passes that can be asked before",
            "https://kv-orders-weu.vault.azure.net/keys/orders-cmk --display-name orders --region westeurope --material-generated "
            + "--tenant 0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11 "
            + "--key-vault /subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-weu")
    {
        // The vendor tells the cloud by the form of the key; here only one will do, and the person should hear it in these terms.
        _key.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var id }] && (id.StartsWith("arn:", StringComparison.Ordinal) || id.StartsWith("projects/", StringComparison.Ordinal)))
                result.AddError("This console registers keys of Azure Key Vault only: https://{vault}.vault.azure.net/keys/{key}.");
        });
        (_options.Vault.Required, _options.Tenant.Required) = (true, true);
        Arguments.Add(_key);
        _options.AddTo(this);
        Options.Add(_name);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var body = _options.Body(parse, parse.GetRequiredValue(_key));
        if (parse.GetValue(_name) is { } name)
            body["display_name"] = name;
        var started = (await RunStart.OrderAsync(session, "keys", body, cancellationToken)).Value;
        var run = (await new RunFollower(session).FollowAsync(started.Id, run => run.NeedsPerson, cancellationToken)).Value;
        RunEnd.Require(run);
        await PrintAsync(session, run.RegistrationId!, cancellationToken);
        return ExitCode.Done;
    }

    private static async Task PrintAsync(Session session, string id, CancellationToken cancellationToken)
    {
        var details = await session.Console.GetAsync(Address.Of("keys", id), WireJson.Default.KeyDetails, cancellationToken);
        session.Out.One(new Reading<RegisteredKey>(details.Value.Registration, details.Json["registration"]!), KeyColumns.OfOne);
        NextSteps.OfKey(session.Talk, details.Value.Registration);
    }
}
