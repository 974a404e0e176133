using ByokConsole.Core.Clouds;
using ByokConsole.Core.KeyHealth;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Preflight;
using ByokConsole.Web.Shared;
using ByokConsole.Web.Shared.Keys;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.KeyOverview;

/// <summary>One registered key: what it is, whether it still works, whom it serves, and what happened to it.</summary>
public sealed partial class KeyOverviewPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private Answer<KeyDetails>? _answer;
    private string? _shown;
    private bool _checking;
    private bool _renaming;
    private bool _retiring;

    public KeyOverviewPage() => _left = _leaving.Token;

    [Inject]
    public required KeyDetailsReader Reader { get; init; }

    [Inject]
    public required KeySweep Sweep { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    public string RegistrationId { get; set; } = "";

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        // Only a live page asks the clouds, and so asks once.
        if (!RendererInfo.IsInteractive || _shown == RegistrationId)
            return;
        (_shown, _answer) = (RegistrationId, null);
        await ReadAsync();
    }

    private static IReadOnlyList<Crumb> Way(string name) => [new("Keys", KeyLinks.List), new(name)];

    private static Dictionary<CheckName, CheckResult> Results(KeyHealthReport health) => health.Results.ToDictionary(result => result.Check);

    private static KeySubject Subject(KeyDetails details) => new()
    {
        Vault = details.Row.Registration.Vault,
        Key = details.Row.Registration.Key?.Versionless,
        RegistrationId = details.Row.Id,
        BoundClusterId = details.Row.Health?.ClusterId,
    };

    private async Task ReadAsync()
    {
        var asked = RegistrationId;
        try
        {
            var answer = await Reader.ReadAsync(asked, _left);
            // What was read once stays on screen while the cloud is away.
            if (asked == RegistrationId && (answer.IsOk || _answer is not { IsOk: true } || answer.Fault.Kind is FaultKind.NotFound))
                _answer = answer;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task CheckAsync()
    {
        if (_checking)
            return;
        _checking = true;
        try
        {
            await Sweep.CheckAsync(RegistrationId, _left);
            await ReadAsync();
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left; what was found is kept all the same.
        }
        finally
        {
            _checking = false;
        }
    }
}
