namespace ByokConsole.Sandbox.State;

/// <summary>Something the sandbox keeps, found again by its id. Records never change; a change puts a new one in the old one's place.</summary>
public interface IRecord
{
    string Id { get; }
}
