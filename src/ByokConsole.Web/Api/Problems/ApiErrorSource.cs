namespace ByokConsole.Web.Api.Problems;

/// <summary>The part of a request that an error is about.</summary>
/// <param name="Pointer">RFC 6901 JSON pointer into the body (<c>/key_vault_id</c>).</param>
public sealed record ApiErrorSource(string Pointer);
