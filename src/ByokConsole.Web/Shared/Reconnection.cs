using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ByokConsole.Web.Shared;

/// <summary>Tells the pages of a circuit when its connection is back: what was done in the browser meanwhile never came.</summary>
public sealed class Reconnection : CircuitHandler
{
    /// <summary>Raised on the circuit. Whoever hears it must not wait for the browser in it: the answer could come only afterwards.</summary>
    public event Action? Happened;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Happened?.Invoke();
        return Task.CompletedTask;
    }
}
