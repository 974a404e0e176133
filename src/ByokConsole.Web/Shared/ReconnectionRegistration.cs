using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ByokConsole.Web.Shared;

/// <summary>Registers what hears of connections that are back: one for each circuit.</summary>
public static class ReconnectionRegistration
{
    public static IServiceCollection AddReconnection(this IServiceCollection services)
        => services.AddScoped<Reconnection>().AddScoped<CircuitHandler>(provider => provider.GetRequiredService<Reconnection>());
}
