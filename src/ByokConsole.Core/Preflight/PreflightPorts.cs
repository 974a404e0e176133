using ByokConsole.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Core.Preflight;

/// <summary>What the checks read through. The clouds are asked once each: a finding is due within a second, and a retry is a new question.</summary>
public sealed record PreflightPorts(
    [FromKeyedServices(AskOnce.Key)] IVaults Vaults,
    [FromKeyedServices(AskOnce.Key)] IVaultKeys Keys,
    [FromKeyedServices(AskOnce.Key)] IAccessGrants Grants,
    [FromKeyedServices(AskOnce.Key)] IKeyRegistrations Registrations,
    IKeyBindings Bindings,
    TimeProvider Time);
