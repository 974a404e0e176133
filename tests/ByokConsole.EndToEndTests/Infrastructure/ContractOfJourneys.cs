using System.Diagnostics;
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

    private static bool _isExpected;

    /// <summary>Makes a process record its exchanges.</summary>
    public static ProcessStartInfo Watch(ProcessStartInfo start)
    {
        _isExpected = true;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(ContractOfJourneys).Assembly.Location;
        start.Environment[RecordedExchange.FolderVariable] = Recorded.Path;
        return start;
    }

    /// <exception cref="InvalidOperationException">The contract was broken, or nothing was recorded.</exception>
    public void Dispose()
    {
        var exchanges = Directory.EnumerateFiles(Recorded.Path).SelectMany(Read).ToList();
        Recorded.Dispose();
        if (_isExpected && exchanges.Count == 0)
            throw new InvalidOperationException("Consoles ran, and none of their exchanges with the Confluent APIs was recorded.");
        BrokenContract.Refuse([.. exchanges.SelectMany(ExchangeRules.Violations).CountBy(violation => violation)]);
    }

    /// <summary>What a process that was killed had not finished writing is no line.</summary>
    private static IEnumerable<Sandbox.ConfluentCloud.Exchange> Read(string file)
        => File.ReadAllText(file).Split('\n')[..^1].Select(line => JsonSerializer.Deserialize<RecordedExchange>(line)!.ToExchange());
}
