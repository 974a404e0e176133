namespace ByokConsole.Adapters.AzureCloud;

/// <summary>The console itself refuses a call before anything, a token least of all, leaves for the host. Becomes a Refused fault.</summary>
/// <param name="message">End of a sentence that starts with the service's name.</param>
internal sealed class CallRefusedException(string message) : Exception(message);
