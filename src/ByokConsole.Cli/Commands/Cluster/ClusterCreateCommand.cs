using System.CommandLine;
using System.Text.Json.Nodes;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Commands.Key;
using ByokConsole.Cli.Commands.Run;
using ByokConsole.Cli.Options;
using ByokConsole.Cli.Runs;

namespace ByokConsole.Cli.Commands.Cluster;

/// <summary>Starts the run that creates a Dedicated cluster on Azure, and waits for it if asked to.</summary>
internal sealed class ClusterCreateCommand : ConsoleCommand
{
    private readonly Argument<string> _name = new("name") { Description = "What the cluster is called" };
    private readonly Option<string> _environment = EnvironmentOption.Create();
    private readonly WordOption _cloud = new("--cloud", ["azure"]) { Description = "Cloud; this console knows one", Required = true };
    private readonly Option<string> _region = new("--region") { Description = "Azure region, such as westeurope", HelpName = "region", Required = true };
    private readonly WordOption _availability = new("--availability", ["single-zone", "multi-zone", "low", "high"])
    {
        Description = "Zones that it spans; low and high are the newer names of the two", DefaultValueFactory = _ => "single-zone",
    };
    private readonly WordOption _type = new("--type", ["dedicated"]) { Description = "Only Dedicated takes a key of yours on Azure", DefaultValueFactory = _ => "dedicated" };
    private readonly Option<int?> _cku = new("--cku")
    {
        Description = "Size; at least 1 in a single zone (default), 2 in several", HelpName = "n", CustomParser = WholeNumber.Read,
    };
    private readonly Option<string> _key = new("--byok") { Description = "Registered key, cck-\u2026; without it Confluent's own key, for ever", HelpName = "cck" };
    private readonly Option<string> _network = new("--network") { Description = "Network, n-\u2026; without it the internet", HelpName = "n-id" };
    private readonly Option<bool> _attest = KeyOptions.CreateAttestation();
    private readonly WordOption _form = CodeOption.Create("Create nothing; print what would, for this tool");
    private readonly Option<bool> _wait = new("--wait") { Description = "Wait until it is up, and show it" };

    public ClusterCreateCommand()
        : base(
            "create", "Create a Dedicated cluster on Azure, if every check of its key passes",
            "orders --environment env-9kx2v --cloud azure --region westeurope --type dedicated --cku 1 --byok cck-an4l1 --material-generated --wait",
            "orders --environment env-9kx2v --cloud azure --region westeurope --type dedicated --byok cck-an4l1 --as terraform")
    {
        IdArgument.Require(_key, KeyArgument.Prefix);
        Arguments.Add(_name);
        foreach (var option in new Option[] { _environment, _cloud, _region, _availability, _type, _cku, _key, _network, _attest, _wait, _form })
            Options.Add(option);
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var environment = parse.GetRequiredValue(_environment);
        if (await CodeOption.PrintAsync(session, parse, _form, ClusterAddress.All(environment), BodyOf(parse), cancellationToken))
            return ExitCode.Done;
        var started = await RunStart.OrderAsync(session, ClusterAddress.All(environment), BodyOf(parse), cancellationToken);
        if (!parse.GetValue(_wait))
        {
            session.Out.One(started, RunColumns.OfOne);
            session.Talk.Say($"\nTo follow it: byok run watch {started.Value.Id}");
            return ExitCode.Done;
        }
        var run = (await new RunFollower(session).FollowAsync(started.Value.Id, run => run.NeedsPerson, cancellationToken)).Value;
        RunEnd.Require(run);
        await ClusterPrinter.PrintAsync(session, environment, run.ClusterId!, cancellationToken);
        return ExitCode.Done;
    }

    private JsonObject BodyOf(ParseResult parse) => Body.Of(
        ("display_name", parse.GetRequiredValue(_name)), ("region", parse.GetRequiredValue(_region)),
        ("availability", parse.GetValue(_availability) is "multi-zone" or "high" ? "multi_zone" : "single_zone"),
        ("cku", parse.GetValue(_cku)), ("network_id", parse.GetValue(_network)), ("registration_id", parse.GetValue(_key)),
        ("material_generated", parse.GetValue(_attest)));
}
