using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.Clouds;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Shared.Clusters;

/// <summary>A cluster in the language that a person chooses. Its key and grants are read when it is opened.</summary>
public sealed partial class ClusterCodeView : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ClusterForm _form;
    private bool _isOpen;
    private Answer<ClusterTarget>? _read;
    private (ClusterKey?, string?) _readFor;

    [Inject]
    public required ClusterKeyReader Reader { get; init; }

    /// <summary>Null while too little is known: nothing is shown then.</summary>
    [Parameter, EditorRequired]
    public ClusterTarget? Target { get; set; }

    private bool HasKey => Subject is not (null, null);

    private (ClusterKey?, string?) Subject => (Target?.Key, Target?.KeyRegistrationId);

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override Task OnParametersSetAsync() => _isOpen && Target is not null && Subject != _readFor ? ReadAsync() : Task.CompletedTask;

    private async Task ToggleAsync()
    {
        _isOpen = !_isOpen;
        if (_isOpen)
            await ReadAsync();
    }

    // A name that is typed meanwhile asks nothing again; another key does, and then an answer about the former is dropped.
    private async Task ReadAsync()
    {
        var subject = _readFor = Subject;
        _read = null;
        try
        {
            var read = await Reader.CompleteAsync(Target!, _leaving.Token);
            if (subject == _readFor)
                _read = read;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
