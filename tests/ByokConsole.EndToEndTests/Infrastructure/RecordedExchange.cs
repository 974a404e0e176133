using ByokConsole.Sandbox.ConfluentCloud;

namespace ByokConsole.EndToEndTests.Infrastructure;

/// <summary>An exchange with a Confluent API, on its way from the process that had it to the test run.</summary>
public sealed record RecordedExchange(
    string Method, IReadOnlyList<string> Segments, IReadOnlyList<string> Query, ReadOnlyMemory<byte> Asked, int Status, string? Answer)
{
    /// <summary>Names the folder that exchanges are written to.</summary>
    public const string FolderVariable = "BYOK_TEST_EXCHANGES";

    /// <summary>Reads it by the names of its members: the process that tells it has an assembly of its own.</summary>
    public static RecordedExchange Of(object told)
    {
        T Member<T>(string name) => (T)told.GetType().GetProperty(name)!.GetValue(told)!;
        return new(
            Member<string>(nameof(Method)), Member<IReadOnlyList<string>>(nameof(Segments)), Member<IReadOnlyList<string>>(nameof(Query)),
            Member<ReadOnlyMemory<byte>>(nameof(Asked)), Member<int>(nameof(Status)), Member<string?>(nameof(Answer)));
    }

    internal Exchange ToExchange() => new(Method, Segments, Query, Asked, Status, Answer);
}
