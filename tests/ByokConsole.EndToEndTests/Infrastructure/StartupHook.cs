using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ByokConsole.EndToEndTests.Infrastructure;

/// <summary>
/// The runtime calls this in every console and sandbox that a test starts, before their own first line: each exchange with the Confluent APIs is
/// appended to a file of its process, for the test run to hold to the contract. Only what the runtime itself brings is used here.
/// </summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this very name, in no namespace.")]
internal static class StartupHook
{
    private const string Source = "ByokConsole.Sandbox.ConfluentCloud";

    private static readonly Lock Gate = new();

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(RecordedExchange.FolderVariable) is { } folder)
            DiagnosticListener.AllListeners.Subscribe(new Watcher<DiagnosticListener>(listener => Listen(listener, folder)));
    }

    private static void Listen(DiagnosticListener listener, string folder)
    {
        if (listener.Name == Source)
            listener.Subscribe(new Watcher<KeyValuePair<string, object?>>(told => Append(told.Value!, folder)));
    }

    private static void Append(object exchange, string folder)
    {
        var line = JsonSerializer.Serialize(RecordedExchange.Of(exchange)) + '\n';
        lock (Gate)
            File.AppendAllText(Path.Combine(folder, $"{Environment.ProcessId}.jsonl"), line);
    }

    private sealed class Watcher<T>(Action<T> watch) : IObserver<T>
    {
        public void OnNext(T value) => watch(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
