using System.Net;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>A request and the one status that means success.</summary>
internal sealed record ConfluentRequest(HttpMethod Method, string Path, HttpStatusCode Success, object? Body = null);
