using ByokConsole.Core.Clusters;
using ByokConsole.Core.Provisioning;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Shared.Alarms;

/// <summary>On every page, until a person signs it off or it is gone: a cluster that does not carry the key it was asked to carry, or a second one.</summary>
public sealed partial class RunAlarmBands : IDisposable
{
    private IDisposable? _listening;
    private IReadOnlyList<Run> _standing = [];

    [Inject]
    public required RunAlarms Alarms { get; init; }

    [Inject]
    public required Heartbeat Heartbeat { get; init; }

    public void Dispose() => _listening?.Dispose();

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _listening = Heartbeat.Listen(() => InvokeAsync(ShowAsync));
    }

    private async Task ReadAsync() => _standing = await Alarms.ListAsync(CancellationToken.None);

    private async Task ShowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task SignOffAsync(string runId)
    {
        await Alarms.SignOffAsync(runId, CancellationToken.None);
        await ReadAsync();
    }

    private async Task KeepAsync(string runId, string clusterId)
    {
        await Alarms.KeepAsync(runId, clusterId, CancellationToken.None);
        await ReadAsync();
    }
}
