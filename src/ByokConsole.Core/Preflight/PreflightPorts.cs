using ByokConsole.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Core.Preflight;

/// <summary>
/// What the checks read through. Unless a run asks, the clouds are asked once each: a finding is due within a second, and a retry is a new
/// question.
/// </summary>
public sealed record PreflightPorts(
    [FromKeyedServices(AskOnce.Key)] IVaults Vaults,
    [FromKeyedServices(AskOnce.Key)] IVaultKeys Keys,
    [FromKeyedServices(AskOnce.Key)] IAccessGrants Grants,
    [FromKeyedServices(AskOnce.Key)] IKeyRegistrations Registrations,
    IKeyBindings Bindings,
    TimeProvider Time)
{
    /// <summary>Registration key of the ports that repeat a read a little, for a run: nobody waits for its answer within a second.</summary>
    public const string Patient = "patient";
}
