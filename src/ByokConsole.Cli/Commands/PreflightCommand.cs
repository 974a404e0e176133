using System.CommandLine;
using System.Text.Json.Nodes;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Commands.Key;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands;

/// <summary>Asks every check of a key, before anything is made. People see each answer as it comes.</summary>
internal sealed class PreflightCommand : ConsoleCommand
{
    private readonly Option<string> _key = new("--key-id") { Description = "Key identifier without version", HelpName = "url" };
    private readonly KeyOptions _options = new();
    private readonly Option<string> _registration = new("--registration") { Description = "Registered key, in place of the key's fields; then its grant is checked as well", HelpName = "cck" };

    public PreflightCommand()
        : base(
            "preflight", "Ask every check of a key, before anything is made",
            "--registration cck-an4l1 --region westeurope",
            "--key-id https://kv-orders-weu.vault.azure.net/keys/orders-cmk --region westeurope --material-generated --tenant 0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11 "
            + "--key-vault /subscriptions/6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11/resourceGroups/rg-streaming/providers/Microsoft.KeyVault/vaults/kv-orders-weu")
    {
        IdArgument.Require(_registration, KeyArgument.Prefix);
        Options.Add(_key);
        _options.AddTo(this);
        Options.Add(_registration);
        HasOutput();
        Validators.Add(result =>
        {
            var fields = new Option[] { _key, _options.Vault, _options.Tenant }.Count(option => result.GetResult(option) is not null);
            if (result.GetResult(_registration) is null ? fields < 3 : fields > 0)
                result.AddError("Say which key: either --registration, or --key-id, --key-vault and --tenant.");
        });
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var body = _options.Body(parse, parse.GetValue(_key));
        if (parse.GetValue(_registration) is { } registration)
            body["registration_id"] = registration;
        await foreach (var item in session.Console.EventsAsync(HttpMethod.Post, "preflight/stream", body, cancellationToken))
        {
            var json = JsonNode.Parse(item.Data)!;
            if (item.EventType is "check" && session.Out.IsHuman)
                session.Out.Text(CheckLines.Of(Reading<Check>.Of(json, WireJson.Default.Check).Value));
            else if (item.EventType is "done")
                return Conclude(session, Reading<PreflightReport>.Of(json, WireJson.Default.PreflightReport));
        }
        throw new CommandFailure(ExitCode.Unreachable, "console_unreachable", "The console ended the checks before the last had answered. Ask again.");
    }

    private static int Conclude(Session session, Reading<PreflightReport> report)
    {
        var verdict = report.Value.Passes ? "Passes: nothing fails." : "Does not pass.";
        session.Out.Data(report.Json, string.Concat(report.Value.Errors.Select(error => ErrorReport.Line(error).TrimStart() + Environment.NewLine)) + verdict + Environment.NewLine);
        return report.Value.Passes ? ExitCode.Done : ExitCode.ChecksFailed;
    }
}
