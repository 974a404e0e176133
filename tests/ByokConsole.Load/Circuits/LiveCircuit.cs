using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Client;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Load.Circuits;

/// <summary>One open page as a browser has it, without the browser: a document, a connection, acknowledged renderings, answered calls.</summary>
internal sealed class LiveCircuit : IAsyncDisposable
{
    /// <summary>A call that asks for a script module; every other one is content with nothing.</summary>
    private const int AsksForAnObject = 1;

    private readonly Uri _page;
    private readonly HttpClient _client;
    private readonly HubConnection _hub;
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _led = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ClientWebSocket? _socket;
    private string? _id;

    private LiveCircuit(HttpClient client, string path)
    {
        _client = client;
        _page = new Uri(client.BaseAddress!, path);
        var builder = new HubConnectionBuilder().WithUrl(new Uri(client.BaseAddress!, "_blazor"), HttpTransportType.WebSockets, options => options.WebSocketFactory = ConnectAsync);
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        _hub = builder.Build();
        _hub.On<long, byte[]>("JS.RenderBatch", DrawAsync);
        _hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", AnswerAsync);
        _hub.On<string>("JS.Error", error => _drawn.TrySetException(new InvalidOperationException(error)));
        _hub.On<long>("JS.EndUpdateRootComponents", _ => { });
        _hub.On<int, string>("JS.AttachComponent", (_, _) => { });
    }

    /// <summary>From asking for the document to the first rendering of the live page.</summary>
    public TimeSpan FirstRender { get; private set; }

    /// <summary>Where the page sent the browser.</summary>
    public Task<string> LedTo => _led.Task;

    /// <exception cref="InvalidOperationException">The page cannot be made live, or its circuit ended with an error.</exception>
    public static async Task<LiveCircuit> OpenAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        var circuit = new LiveCircuit(client, path);
        try
        {
            await circuit.StartAsync(cancellationToken);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    /// <summary>As a browser does when its page is closed: the server need not wait for it to come back.</summary>
    public async Task CloseAsync()
    {
        using var farewell = new MultipartFormDataContent { { new StringContent(_id!), "circuitId" } };
        using var response = await _client.PostAsync("_blazor/disconnect", farewell);
        response.EnsureSuccessStatusCode();
        await _hub.StopAsync();
    }

    /// <summary>As a line does that breaks: without a goodbye.</summary>
    public void Cut() => _socket?.Abort();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var asked = Stopwatch.GetTimestamp();
        var page = PrerenderedPage.Read(await _client.GetStringAsync(_page, cancellationToken));
        await _hub.StartAsync(cancellationToken);
        _id = await _hub.InvokeAsync<string?>("StartCircuit", _client.BaseAddress!.ToString(), _page.ToString(), "[]", "", cancellationToken)
            ?? throw new InvalidOperationException("The server refused the circuit.");
        await _hub.SendAsync("UpdateRootComponents", page.Components, page.State, cancellationToken);
        await _drawn.Task.WaitAsync(cancellationToken);
        FirstRender = Stopwatch.GetElapsedTime(asked);
    }

    private async ValueTask<WebSocket> ConnectAsync(WebSocketConnectionContext context, CancellationToken cancellationToken)
    {
        _socket = new ClientWebSocket();
        await _socket.ConnectAsync(context.Uri, cancellationToken);
        return _socket;
    }

    private Task DrawAsync(long batch, byte[] content)
    {
        _drawn.TrySetResult();
        return _hub.SendAsync("OnRenderCompleted", batch, null);
    }

    private Task AnswerAsync(long call, string function, string arguments, int result, long target, int kind)
    {
        if (function.EndsWith("navigateTo", StringComparison.Ordinal))
            _led.TrySetResult(arguments);
        var value = result == AsksForAnObject ? $$"""{"__jsObjectId":{{call}}}""" : "null";
        return call == 0
            ? Task.CompletedTask
            : _hub.SendAsync("EndInvokeJSFromDotNet", call, true, string.Create(CultureInfo.InvariantCulture, $"[{call},true,{value}]"));
    }
}
