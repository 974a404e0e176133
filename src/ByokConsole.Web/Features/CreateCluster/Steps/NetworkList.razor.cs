using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.CreateCluster.Steps;

/// <summary>Networks of the chosen kind; those that do not fit the draft say why.</summary>
public sealed partial class NetworkList : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private Answer<IReadOnlyList<NetworkChoice>>? _choices;

    [Parameter, EditorRequired]
    public required CreateClusterState State { get; set; }

    [Inject]
    public required NetworkChoices Networks { get; init; }

    private string KindName => State.Draft.Networking is NetworkKind.Peering ? "peering" : "Private Link";

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string Describe(ConfluentNetwork network)
        => network.Cidr is { } cidr ? $"{network.Region}, {network.Phase}, {cidr}" : $"{network.Region}, {network.Phase}";

    private async Task LoadAsync()
    {
        _choices = null;
        try
        {
            _choices = await Networks.ListAsync(State.Draft, _left.Token);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The person went on before the answer came.
        }
    }

    private Task ChooseAsync(string? networkId) => State.ChooseAsync(DraftField.Network, draft => draft.NetworkId = networkId);
}
