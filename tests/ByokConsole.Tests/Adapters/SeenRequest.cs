namespace ByokConsole.Tests.Adapters;

/// <summary>A request as it arrived at the cloud.</summary>
internal sealed record SeenRequest(HttpMethod Method, Uri Uri, string? Authorization, string Body, string Headers);
