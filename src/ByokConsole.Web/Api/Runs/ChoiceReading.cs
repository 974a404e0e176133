using ByokConsole.Core.Provisioning;

namespace ByokConsole.Web.Api.Runs;

/// <summary>One possible answer to a run's question.</summary>
/// <param name="Id">Goes back with the answer.</param>
/// <param name="Label">What it means.</param>
public sealed record ChoiceReading(string Id, string Label)
{
    /// <summary>What has to be typed with it (a name, a statement); absent when nothing has.</summary>
    public string? TextLabel { get; init; }

    /// <summary>The exact text that has to be typed; absent when any will do.</summary>
    public string? ExpectedText { get; init; }

    /// <summary>True for what cannot be taken back.</summary>
    public bool IsIrreversible { get; init; }

    /// <summary>What may be ticked with it.</summary>
    public IReadOnlyList<PersonOption> Options { get; init; } = [];

    internal static ChoiceReading Of(PersonChoice choice) => new(choice.Id, choice.Label)
    {
        TextLabel = choice.TextLabel,
        ExpectedText = choice.ExpectedText,
        IsIrreversible = choice.IsIrreversible,
        Options = choice.Options,
    };
}
