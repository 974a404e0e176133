using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Shared.Clusters;
using Microsoft.AspNetCore.Components;

namespace ByokConsole.Web.Features.KeyOverview;

/// <summary>Gives the application of a key that serves no cluster yet its roles, as the wizard does, and leads to the run.</summary>
public sealed partial class GrantAccess
{
    private CloudFault? _refusal;
    private bool _busy;

    [Inject]
    public required RunOrders Orders { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required string RegistrationId { get; set; }

    private async Task GrantAsync()
    {
        if (_busy)
            return;
        (_busy, _refusal) = (true, null);
        // The run is wanted also when the page is left meanwhile.
        var outcome = await Orders.GrantAccessAsync(RegistrationId, null, DraftService.LocalOperator, CancellationToken.None);
        _busy = false;
        if (outcome is OrderOutcome.Blocked { Fault: var fault })
            _refusal = fault;
        else if (RunOf(outcome) is { } run)
            Navigation.NavigateTo(ClusterLinks.Run(run.Id));
    }

    /// <summary>Also the run that the wizard started for the same key: it gives the same roles.</summary>
    private static Run? RunOf(OrderOutcome outcome) => outcome switch
    {
        OrderOutcome.Started started => started.Run,
        OrderOutcome.InTheWay other => other.Run,
        _ => null,
    };
}
