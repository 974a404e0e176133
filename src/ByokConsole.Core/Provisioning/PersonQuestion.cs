namespace ByokConsole.Core.Provisioning;

/// <summary>A question that only a person can answer (for example: is this cluster the one that was asked for?).</summary>
/// <param name="Text">The question with what is known.</param>
/// <param name="Choices">Possible answers; the id goes back to the run.</param>
public sealed record PersonQuestion(string Text, IReadOnlyList<PersonChoice> Choices);
