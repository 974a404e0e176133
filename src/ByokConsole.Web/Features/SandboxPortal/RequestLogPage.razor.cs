using ByokConsole.Adapters.Sandboxes;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.SandboxPortal;

/// <summary>The sandbox's request log, live. The filters are in the address.</summary>
public sealed partial class RequestLogPage : IDisposable
{
    /// <summary>A page that stays open for days holds no more than these.</summary>
    private const int Most = 1000;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private IReadOnlyList<SandboxRequest>? _requests;
    private SandboxRefusal? _refusal;
    private bool _isPaused;

    public RequestLogPage() => _left = _leaving.Token;

    [Inject]
    public required SandboxControl Control { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "host")]
    public string? Host { get; set; }

    [SupplyParameterFromQuery(Name = "method")]
    public string? Method { get; set; }

    [SupplyParameterFromQuery(Name = "answer")]
    public string? Answer { get; set; }

    [SupplyParameterFromQuery(Name = "vault")]
    public string? Vault { get; set; }

    [SupplyParameterFromQuery(Name = "key")]
    public string? Key { get; set; }

    [SupplyParameterFromQuery(Name = "who")]
    public string? Who { get; set; }

    private LogFilter Filter => new(Host, Method, Answer, Vault, Key, Who);

    private IEnumerable<(string Key, string Word)> Callers => (_requests ?? [])
        .Where(request => request.Caller is not null)
        .Select(request => (request.Caller!, RequestWords.Who(request)))
        .Distinct()
        .OrderBy(caller => caller.Item2, StringComparer.OrdinalIgnoreCase);

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    // Only a live page asks the sandbox, and so asks once.
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? ReadAsync() : Task.CompletedTask;

    private IEnumerable<(string Key, string Word)> Values(Func<SandboxRequest, string?> part)
        => (_requests ?? []).Select(part).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(value => (value, value));

    private IReadOnlyList<SandboxRequest> Shown(IReadOnlyList<SandboxRequest> requests)
        => Filter.IsEmpty ? requests : [.. requests.Where(Filter.Admits)];

    private async Task ReadAsync()
    {
        var newest = _requests is [var first, ..] ? first.Sequence : 0;
        try
        {
            var answer = await Control.ListAsync(SandboxLists.Log(newest, Most), _left);
            _refusal = answer.Refusal;
            if (!answer.IsOk)
                return;
            // A sandbox that was started anew counts from the beginning: what it tells replaces what the one before told.
            var known = answer.Value is [var oldest, ..] && oldest.Sequence <= newest ? [] : _requests ?? [];
            _requests = [.. answer.Value.Reverse().Concat(known).Take(Most)];
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private Task PauseAsync()
    {
        _isPaused = !_isPaused;
        return _isPaused ? Task.CompletedTask : ReadAsync();
    }

    // Each choice is a step of its own in the browser's history: Back undoes it.
    private void ClearFilters() => Navigation.NavigateTo(SandboxLinks.Log);

    private void Set(string name, string? value)
        => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, string.IsNullOrEmpty(value) ? null : value));
}
