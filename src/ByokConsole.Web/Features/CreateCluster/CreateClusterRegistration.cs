using ByokConsole.Core.Drafts;
using ByokConsole.Web.Features.CreateCluster.Session;

namespace ByokConsole.Web.Features.CreateCluster;

/// <summary>Registers the wizard's state: one of each per circuit.</summary>
public static class CreateClusterRegistration
{
    public static IServiceCollection AddCreateCluster(this IServiceCollection services)
        => services
            .AddScoped<NetworkChoices>()
            .AddScoped<DraftSaver>()
            .AddScoped<KeyChecks>()
            .AddScoped<KeyAccess>()
            .AddScoped<CreateClusterState>();
}
