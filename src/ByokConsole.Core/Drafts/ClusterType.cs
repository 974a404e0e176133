namespace ByokConsole.Core.Drafts;

/// <summary>Confluent's cluster types. Only Dedicated takes a customer's key under the rules this console follows.</summary>
public enum ClusterType
{
    Basic,
    Standard,
    Enterprise,
    Dedicated,
}
