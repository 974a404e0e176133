namespace ByokConsole.Core.Confluent;

/// <summary>How clients reach a Dedicated cluster on Azure.</summary>
public enum NetworkKind
{
    Internet,
    Peering,
    PrivateLink,
}
