using System.Text.Json;
using ByokConsole.EndToEndTests.Infrastructure;
using ByokConsole.Tests.Contracts;

[assembly: AssemblyFixture(typeof(ContractOfJourneys))]

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>
/// Holds what the consoles and sandboxes of all journeys said to each other over the Confluent APIs to the published contract, in both
/// directions. The run fails at its end if something was not in it.
/// </summary>
public sealed class ContractOfJourneys : IDisposable
{
    private static readonly TemporaryFolder Recorded = new();

    /// <summary>What makes a process record its exchanges.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(ContractOfJourneys).Assembly.Location,
        [RecordedExchange.FolderVariable] = Recorded.Path,
    };

    /// <summary>True once a process was started that records.</summary>
    public static bool IsExpected { get; set; }

    /// <exception cref="InvalidOperationException">The contract was broken, or nothing was recorded.</exception>
    public void Dispose()
    {
        var exchanges = Directory.EnumerateFiles(Recorded.Path).SelectMany(Read).ToList();
        Recorded.Dispose();
        if (IsExpected && exchanges.Count == 0)
            throw new InvalidOperationException("Consoles ran, and none of their exchanges with the Confluent APIs was recorded.");
        BrokenContract.Refuse([.. exchanges.SelectMany(ExchangeRules.Violations).CountBy(violation => violation)]);
    }

    /// <summary>What a process that was killed had not finished writing is no line.</summary>
    private static IEnumerable<Sandbox.ConfluentCloud.Exchange> Read(string file)
        => File.ReadAllText(file).Split('\n')[..^1].Select(line => JsonSerializer.Deserialize<RecordedExchange>(line)!.ToExchange());
}
