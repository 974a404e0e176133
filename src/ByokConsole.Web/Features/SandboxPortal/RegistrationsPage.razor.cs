using ByokConsole.Adapters.Sandboxes;
using ByokConsole.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>Confluent's side of every registered key, without the console in between.</summary>
public sealed partial class RegistrationsPage
{
    private readonly PortalActs _acts = new();
    private PortalRows<SandboxRegistration>? _rows;
    private SandboxRegistration? _deleting;
    private bool _isAsking;

    [Inject]
    public required SandboxControl Control { get; init; }

    private static string KeyOf(SandboxRegistration one)
        => Uri.TryCreate(one.KeyId, UriKind.Absolute, out var id) ? $"{id.Host.Split('.')[0]}/{id.Segments[^1]}" : one.KeyId;

    private static (Status Status, string Word) PhaseOf(SandboxRegistration one) => one.Phase switch
    {
        "VALID" => (Status.Pass, "Valid"),
        "INVALID" => (Status.Fail, "Invalid"),
        _ => (Status.Wait, "Not tried yet"),
    };

    private Task CreatePrincipalAsync(SandboxRegistration one)
        => DoAsync(
            SandboxActs.CreatePrincipal(one.ApplicationId), $"{one.Id} has a service principal. It has no role yet.",
            "No service principal was created.");

    private Task DeleteAsync()
        => _deleting is { } one
            ? DoAsync(SandboxActs.DeleteRegistration(one.Id), $"{one.Id} is deleted.", $"{one.Id} was not deleted.")
            : Task.CompletedTask;

    private async Task DoAsync(SandboxAct act, string done, string failed)
    {
        await _acts.DoAsync(() => Control.DoAsync(act, CancellationToken.None), done, failed);
        if (_rows is not null)
            await _rows.ReadAsync();
    }
}
