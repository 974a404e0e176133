using ByokConsole.Adapters.Sandboxes;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>The sandbox's delays and limits, and its start from the beginning.</summary>
public sealed partial class SandboxSettingsPage
{
    private const int Day = 86_400;
    private const int Many = 100_000_000;

    private readonly PortalActs _acts = new();
    private SandboxRefusal? _refusal;
    private bool _isRead;
    private bool _isAsking;
    private int? _propagation;
    private int? _provisioning;
    private int? _validation;
    private int? _settling;
    private int? _naming;
    private int? _calls;
    private int? _operations;
    private int? _creations;
    private int? _reads;
    private int? _writes;
    private int? _deletes;

    [Inject]
    public required SandboxControl Control { get; init; }

    private bool IsComplete
        => new[] { _propagation, _provisioning, _validation, _settling, _naming, _calls, _operations, _creations, _reads, _writes, _deletes }.All(number => number is not null);

    // Only a live page asks the sandbox, and so asks once.
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        var answer = await Control.SettingsAsync(CancellationToken.None);
        _refusal = answer.Refusal;
        if (answer.Value is not { } told)
            return;
        (_propagation, _provisioning, _validation) = (told.PropagationSeconds, told.ProvisioningSeconds, told.ValidationSeconds);
        (_settling, _naming, _calls) = (told.KeySettlingSeconds, told.VaultSettlingSeconds, told.CallsPerMinute);
        (_operations, _creations) = (told.KeyOperationsIn10Seconds, told.KeyCreationsIn10Seconds);
        (_reads, _writes, _deletes, _isRead) = (told.ArmReadsAtOnce, told.ArmWritesAtOnce, told.ArmDeletesAtOnce, true);
    }

    private Task SaveAsync() => DoAsync(
        SandboxActs.Change(new SandboxSettings
        {
            PropagationSeconds = _propagation!.Value,
            ProvisioningSeconds = _provisioning!.Value,
            ValidationSeconds = _validation!.Value,
            KeySettlingSeconds = _settling!.Value,
            VaultSettlingSeconds = _naming!.Value,
            CallsPerMinute = _calls!.Value,
            KeyOperationsIn10Seconds = _operations!.Value,
            KeyCreationsIn10Seconds = _creations!.Value,
            ArmReadsAtOnce = _reads!.Value,
            ArmWritesAtOnce = _writes!.Value,
            ArmDeletesAtOnce = _deletes!.Value,
        }),
        "Saved.",
        "The settings were not saved.");

    private Task StartOverAsync() => DoAsync(SandboxActs.StartOver, "The sandbox is as it was at first.", "The sandbox was not started over.");

    private async Task DoAsync(SandboxAct act, string done, string failed)
    {
        if (await _acts.DoAsync(() => Control.DoAsync(act, CancellationToken.None), done, failed))
            await ReadAsync();
    }
}
