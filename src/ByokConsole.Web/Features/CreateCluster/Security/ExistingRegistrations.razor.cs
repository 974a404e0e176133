using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.CreateCluster.Security;

/// <summary>Keys that are registered already; those that cannot serve this cluster say why.</summary>
public sealed partial class ExistingRegistrations : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private Answer<IReadOnlyList<RegistrationChoice>>? _choices;

    [Inject]
    public required RegistrationChoices Registrations { get; init; }

    [Inject]
    public required Reconnection Reconnection { get; init; }

    [Parameter, EditorRequired]
    public required CreateClusterState State { get; set; }

    public void Dispose()
    {
        Reconnection.Happened -= ListAgain;
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        Reconnection.Happened += ListAgain;
        return LoadAsync();
    }

    private static string Describe(KeyRegistration registration)
        => string.Join(", ", new[] { registration.Validation?.Region, registration.State, registration.Validation?.Phase }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>A choice that was lost on its way is still marked in the browser. Drawn anew, the list shows what is so.</summary>
    private void ListAgain() => _ = InvokeAsync(async () =>
    {
        var loading = LoadAsync();
        StateHasChanged();
        await loading;
        StateHasChanged();
    });

    private async Task LoadAsync()
    {
        _choices = null;
        try
        {
            _choices = await Registrations.ListAsync(State.Draft.Region, _left.Token);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The person went on before the answer came.
        }
    }

    private Task ChooseAsync(string? id)
        => _choices is { IsOk: true } && _choices.Value.FirstOrDefault(choice => choice.Registration.Id == id) is { Registration: { } registration }
            ? State.Key.TakeAsync(registration)
            : Task.CompletedTask;
}
