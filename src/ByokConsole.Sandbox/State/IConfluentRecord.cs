namespace ByokConsole.Sandbox.State;

/// <summary>Something that Confluent Cloud lists by the date of its creation.</summary>
public interface IConfluentRecord : IRecord
{
    DateTimeOffset CreatedAt { get; }
}
