using System.Diagnostics;
using ByokConsole.Adapters.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ByokConsole.Web.Shared;

/// <summary>Keeps a fault of one page from taking the frame with it: says so, with an id that is in the log too, and offers another try.</summary>
public sealed partial class FaultBoundary : ErrorBoundaryBase
{
    private string _correlationId = "";

    [Inject]
    public required ILogger<FaultBoundary> Logger { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override Task OnErrorAsync(Exception exception)
    {
        _correlationId = ActivityTraceId.CreateRandom().ToString();
        Log.PageFailed(Logger, _correlationId, new Uri(Navigation.Uri).AbsolutePath, exception);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        var trouble = DatabaseTrouble.Of(CurrentException);
        builder.OpenComponent<ErrorPanel>(1);
        builder.AddComponentParameter(2, nameof(ErrorPanel.Title), "This page came to a stop.");
        builder.AddComponentParameter(3, nameof(ErrorPanel.Why), trouble?.What ?? "The console made a mistake. What was saved is safe, and runs go on.");
        builder.AddComponentParameter(4, nameof(ErrorPanel.Remedy), trouble?.Remedy ?? "Try again. If it happens again, look in the console's log for the request id below.");
        builder.AddComponentParameter(5, nameof(ErrorPanel.RequestId), _correlationId);
        builder.AddComponentParameter(6, nameof(ErrorPanel.OnRetry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A component failed ({CorrelationId}) on {Path}")]
        public static partial void PageFailed(ILogger logger, string correlationId, string path, Exception exception);
    }
}
