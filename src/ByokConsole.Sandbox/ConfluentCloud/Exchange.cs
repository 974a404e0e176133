using System.Diagnostics;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.ConfluentCloud;

/// <summary>
/// One request to the Confluent APIs and its answer, told to whoever listens inside the process by a <see cref="DiagnosticListener"/>:
/// contract tests do. Holds no header, and so no credential.
/// </summary>
/// <param name="Segments">The path, without the prefix of the vendor's tools.</param>
/// <param name="Query">Names of the parameters.</param>
/// <param name="Answer">The answer's JSON, or null when it has no body.</param>
internal sealed record Exchange(string Method, IReadOnlyList<string> Segments, IReadOnlyList<string> Query, ReadOnlyMemory<byte> Asked, int Status, string? Answer)
{
    /// <summary>Name of the listener, and of its only event.</summary>
    public const string Source = "ByokConsole.Sandbox.ConfluentCloud";

    private static readonly DiagnosticListener Listener = new(Source);

    public static void Tell(Call call, IReadOnlyList<string> path, Reply reply)
    {
        if (Listener.IsEnabled(Source))
            Listener.Write(Source, new Exchange(call.Method, path, [.. call.Query.Keys], call.Body, reply.Status, reply.Text ?? reply.Body?.ToJsonString()));
    }
}
