using System.Globalization;
using ByokConsole.Adapters.Sandboxes;
using ByokConsole.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>What there is in the sandbox, and where it is changed.</summary>
public sealed partial class SandboxPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private IReadOnlyList<Part>? _parts;
    private SandboxRefusal? _refusal;

    public SandboxPage() => _left = _leaving.Token;

    [Inject]
    public required SandboxControl Control { get; init; }

    [Inject]
    public required SandboxTime Time { get; init; }

    [Inject]
    public required TimeProvider Machine { get; init; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    // Only a live page asks the sandbox, and so asks once.
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        try
        {
            var vaults = await Control.ListAsync(SandboxLists.Vaults, _left);
            var keys = await Control.ListAsync(SandboxLists.Keys, _left);
            var roles = await Control.ListAsync(SandboxLists.Assignments, _left);
            var registrations = await Control.ListAsync(SandboxLists.Registrations, _left);
            var clusters = await Control.ListAsync(SandboxLists.Clusters, _left);
            var faults = await Control.ListAsync(SandboxLists.Faults, _left);
            var storm = await Control.StormAsync(_left);
            _refusal = vaults.Refusal ?? keys.Refusal ?? roles.Refusal ?? registrations.Refusal ?? clusters.Refusal ?? faults.Refusal ?? storm.Refusal;
            if (_refusal is null)
                _parts = Parts(
                    vaults.Value!, keys.Value!, roles.Value!.Count, registrations.Value!, clusters.Value!, Faults(faults.Value!, storm.Value!));
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private List<Part> Parts(
        IReadOnlyList<SandboxVault> vaults,
        IReadOnlyList<SandboxKey> keys,
        int roles,
        IReadOnlyList<SandboxRegistration> registrations,
        IReadOnlyList<SandboxCluster> clusters,
        string faults) =>
    [
        new("Vaults", SandboxLinks.Vaults, Count(vaults.Count, "vault"), "Create one; switch RBAC, purge protection and the firewall."),
        new(
            "Keys", SandboxLinks.Keys,
            $"{Count(keys.Count(key => key.DeletedAt is null), "key")}, {keys.Count(key => key.DeletedAt is not null)} deleted",
            "Create, disable, rotate, delete and recover them."),
        new("Roles", SandboxLinks.Roles, Count(roles, "role assignment"), "Grant and take away."),
        new(
            "Registrations", SandboxLinks.Registrations,
            $"{Count(registrations.Count, "registration")}, {registrations.Count(one => one.Phase == "VALID")} valid",
            "See what Confluent makes of each key."),
        new(
            "Clusters", SandboxLinks.Clusters,
            $"{Count(clusters.Count, "cluster")}, {Count(clusters.Sum(cluster => cluster.Clients), "client")} connected",
            "Connect clients and stop them."),
        new("Clock", SandboxLinks.Clock, Now(), "Live through rotations, releases and purges in a moment."),
        new("Faults", SandboxLinks.Faults, faults, "Let the clouds fail, by name and count or by chance."),
        new("Log", SandboxLinks.Log, "every request", "Who did what to which key, as it happens."),
        new("Settings", SandboxLinks.Settings, "delays and limits", "How long the clouds take and how much they bear; start over."),
    ];

    private static string Faults(IReadOnlyList<SandboxFault> ordered, SandboxStorm storm)
        => storm.Rages() ? "a storm rages"
            : ordered.Count == 0 ? "none ordered"
            : $"{ordered.Sum(fault => fault.Count)} still to come";

    private string Now() => Time.Now() is { } now
        ? TimeZoneInfo.ConvertTime(now, Machine.LocalTimeZone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)
        : "not told yet";

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private sealed record Part(string Word, string Address, string Count, string Use);
}
