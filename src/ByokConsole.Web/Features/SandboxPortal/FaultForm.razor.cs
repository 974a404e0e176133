using ByokConsole.Adapters.Sandboxes;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>Which fault, where, after how many requests, and how often.</summary>
public sealed partial class FaultForm
{
    private static readonly string[] Clouds =
    [
        "login.microsoftonline.com", "management.azure.com", "graph.microsoft.com", "api.confluent.cloud", "api.telemetry.confluent.cloud",
    ];

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private FaultKind _kind = FaultKind.All[0];
    private IReadOnlyList<string> _vaultHosts = [];
    private int? _count = 1;
    private int? _skip = 0;
    private int? _wait = 5;
    private int? _milliseconds = 5000;
    private string _host = "";
    private string _method = "";
    private string _path = "";

    [Inject]
    public required SandboxControl Control { get; init; }

    [Parameter]
    public bool IsBusy { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<SandboxFault> OnOrder { get; set; }

    private IEnumerable<string> Hosts => [.. Clouds, .. _vaultHosts];

    /// <summary>Every number that is shown is one, and some path can hold what is typed.</summary>
    private bool IsComplete
        => PathPart.IsPossible(_path) && (_count, _skip) is (not null, not null) && !(_kind.TellsWait && _wait is null) && !(_kind.IsSlow && _milliseconds is null);

    /// <summary>Each vault is a host of its own. Where the sandbox does not answer, the page says so beside its list.</summary>
    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
            return;
        var vaults = await Control.ListAsync(SandboxLists.Vaults, CancellationToken.None);
        _vaultHosts = [.. (vaults.Value ?? []).Select(vault => $"{vault.Name}.vault.azure.net")];
    }

    private Task OrderAsync() => OnOrder.InvokeAsync(new SandboxFault
    {
        Name = _kind.Name,
        Host = Given(_host),
        Method = Given(_method),
        Path = Given(_path),
        Skip = _skip ?? 0,
        Count = _count ?? 1,
        RetryAfter = _kind.TellsWait ? _wait : null,
        Milliseconds = _milliseconds ?? 0,
    });

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
