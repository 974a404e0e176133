namespace ByokConsole.Web.Api.Confluent;

/// <summary>Why a request in Confluent's shape goes no further.</summary>
internal sealed record ConfluentRefusal(int Status, string Code, string Detail);
