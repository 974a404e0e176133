using System.CommandLine;
using ByokConsole.Cli.Api;
using ByokConsole.Cli.Options;

namespace ByokConsole.Cli.Commands.Key;

/// <summary>Registered keys, the worst first.</summary>
internal sealed class KeyListCommand : ConsoleCommand
{
    /// <summary>Each filter by its name here and in the address.</summary>
    private readonly (Option<string> Option, string Parameter)[] _filters =
    [
        (Filter("--cloud", "Cloud of the key", "aws", "azure", "gcp"), "provider"),
        (Filter("--state", "Confluent's word for its state", "in-use", "available"), "state"),
        (Filter("--region", "Region of the key"), "region"),
        (Filter("--validation-phase", "Confluent's opinion", "initializing", "invalid", "valid"), "validation_phase"),
        (Filter("--display-name", "Exact display name"), "display_name"),
        (Filter("--key", "Key identifier as registered"), "key"),
        (Filter("--standing", "The console's word", "broken", "warning", "waiting", "releasing", "unseen", "unchecked", "healthy", "available"), "standing"),
    ];

    public KeyListCommand()
        : base("list", "List registered keys, the worst first", "", "--state available --region westeurope", "--standing broken -o json")
    {
        Array.ForEach(_filters, filter => Options.Add(filter.Option));
        HasOutput();
    }

    protected override async Task<int> RunAsync(Session session, ParseResult parse, CancellationToken cancellationToken)
    {
        var path = Address.With("keys", [.. _filters.Select(filter => (filter.Parameter, parse.GetValue(filter.Option)))]);
        session.Out.List(await session.Console.ListAsync(path, WireJson.Default.RegisteredKey, cancellationToken), KeyColumns.OfList);
        return ExitCode.Done;
    }

    private static Option<string> Filter(string name, string description, params string[] words)
        => words.Length == 0 ? new Option<string>(name) { Description = description } : new WordOption(name, words) { Description = description };
}
