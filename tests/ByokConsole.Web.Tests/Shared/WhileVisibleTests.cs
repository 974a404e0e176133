using ByokConsole.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;

namespace ByokConsole.Web.Tests.Shared;

/// <summary>Looking again at what may change, for as long as somebody sees it.</summary>
public sealed class WhileVisibleTests : ConsoleTestContext
{
    private readonly SlowBrowser _browser = new();
    private readonly FakeTimeProvider _time = new();
    private int _looks;

    public WhileVisibleTests()
    {
        Services.AddSingleton<IJSRuntime>(_browser);
        Services.AddSingleton<TimeProvider>(_time);
    }

    [Fact]
    public async Task It_may_go_before_the_browser_has_answered()
    {
        var shown = Start();
        await DisposeComponentsAsync();

        _browser.Imported.SetResult(_browser.Module);

        await _browser.Module.Disposed.Task.WaitAsync(TimeSpan.FromSeconds(10), Xunit.TestContext.Current.CancellationToken);
        Assert.Empty(_browser.Module.Calls);
        Assert.True(shown.IsDisposed);
    }

    [Fact]
    public async Task It_looks_each_time_that_the_interval_has_passed_and_not_while_the_tab_is_hidden()
    {
        var shown = Start();
        _browser.Imported.SetResult(_browser.Module);

        _time.Advance(TimeSpan.FromSeconds(5));
        shown.WaitForState(() => _looks == 1);
        await shown.InvokeAsync(() => shown.Instance.ShowAsync(false));
        _time.Advance(TimeSpan.FromSeconds(5));
        await shown.InvokeAsync(() => shown.Instance.ShowAsync(true));

        Assert.Equal(2, _looks);
        Assert.Equal(["watch"], _browser.Module.Calls);
    }

    private IRenderedComponent<WhileVisible> Start() => Render<WhileVisible>(p => p
        .Add(x => x.Every, TimeSpan.FromSeconds(5))
        .Add(x => x.OnLook, EventCallback.Factory.Create(this, () => _looks++)));

    /// <summary>A browser that loads the page's script when the test says so.</summary>
    private sealed class SlowBrowser : IJSRuntime
    {
        public TaskCompletionSource<IJSObjectReference> Imported { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Script Module { get; } = new();

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => (TValue)await Imported.Task;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
            => InvokeAsync<TValue>(identifier, args);
    }

    private sealed class Script : IJSObjectReference
    {
        public List<string> Calls { get; } = [];

        public TaskCompletionSource Disposed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            return ValueTask.FromResult((TValue)(object)this);
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
            => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            Disposed.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
