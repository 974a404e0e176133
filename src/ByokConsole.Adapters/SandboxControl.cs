using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace ByokConsole.Adapters;

/// <summary>Moves a sandbox's clock through its control host, as any program does that has read its <c>sandbox.env</c>.</summary>
public sealed class SandboxControl(CloudTransport transport, string envFile)
{
    private static readonly Uri Clock = new("https://sandbox.byokconsole.test/clock");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Moves the clouds' time ahead; null when it was moved, else why not.</summary>
    public async Task<string?> AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        if (SandboxEnvironmentFile.ReadControlToken(envFile) is not { } token)
            return $"The sandbox's file {envFile} holds no SANDBOX_CONTROL_TOKEN. Start the sandbox again to write it anew.";
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            using var client = new HttpClient(transport.Handler, disposeHandler: false);
            using var request = new HttpRequestMessage(HttpMethod.Post, Clock) { Content = JsonContent.Create(new { advanceSeconds = (long)by.TotalSeconds }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await client.SendAsync(request, limit.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? null : $"The sandbox did not move its clock ({(int)response.StatusCode}). It runs ten years ahead at most.";
        }
        catch (HttpRequestException)
        {
            return "The sandbox does not answer. Is it still running?";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "The sandbox does not answer. Is it still running?";
        }
    }
}
