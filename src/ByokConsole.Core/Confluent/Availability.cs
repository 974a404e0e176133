namespace ByokConsole.Core.Confluent;

/// <summary>Zones a cluster spans. Confluent's LOW and HIGH are the newer names of the same two.</summary>
public enum Availability
{
    SingleZone,
    MultiZone,
}
