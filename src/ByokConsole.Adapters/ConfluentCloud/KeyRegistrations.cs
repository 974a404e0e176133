using System.Net;
using ByokConsole.Adapters.ConfluentCloud.Wire;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Ports;

namespace ByokConsole.Adapters.ConfluentCloud;

/// <summary>The key registrations port over byok/v1.</summary>
internal sealed class KeyRegistrations(ConfluentPipeline pipeline) : IKeyRegistrations
{
    private const string Path = "byok/v1/keys";

    public async Task<Answer<IReadOnlyList<KeyRegistration>>> ListAsync(CancellationToken cancellationToken)
    {
        var answer = await pipeline.ListAsync<WireKey, KeyRegistration>(
            Read("list the key registrations"), Path + "?", KeyRegistrationShapes.Registration, cancellationToken).ConfigureAwait(false);
        // Confluent sorts so too, but nobody promises it.
        return answer.Select<IReadOnlyList<KeyRegistration>>(rows => [.. rows.OrderByDescending(row => row.CreatedAt)]);
    }

    public Task<Answer<KeyRegistration>> GetAsync(string id, CancellationToken cancellationToken)
        => pipeline.GetAsync<WireKey, KeyRegistration>(
            Read($"read key registration {id}"), Path, id, "", KeyRegistrationShapes.Registration, cancellationToken);

    public Task<Answer<KeyRegistration>> CreateAsync(NewKeyRegistration registration, CancellationToken cancellationToken)
        => pipeline.PostAsync<WireKey, KeyRegistration>(
            Write($"register key {registration.Key.Versionless}"),
            Path,
            KeyRegistrationShapes.Body(registration),
            HttpStatusCode.Created,
            KeyRegistrationShapes.Registration,
            cancellationToken);

    public Task<Answer<KeyRegistration>> RenameAsync(string id, string displayName, CancellationToken cancellationToken)
        => pipeline.PatchAsync<WireKey, KeyRegistration>(
            Write($"rename key registration {id}"), Path, id, new WireKeyChange(displayName), KeyRegistrationShapes.Registration, cancellationToken);

    public async Task<Answer<bool>> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await pipeline.DeleteAsync(Write($"delete key registration {id}"), Path, id, "", cancellationToken).ConfigureAwait(false);
        return answer.Fault is { Kind: FaultKind.NotFound }
            ? new Answer<bool>(true) { CloudTime = answer.CloudTime, RequestId = answer.RequestId }
            : answer;
    }

    private static CloudAct Read(string what) => CloudAct.Read(CloudService.ConfluentCloud, what);

    private static CloudAct Write(string what) => CloudAct.Write(CloudService.ConfluentCloud, what);
}
