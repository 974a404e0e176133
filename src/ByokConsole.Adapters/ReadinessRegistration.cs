using ByokConsole.Adapters.AzureCloud;
using ByokConsole.Adapters.Scheduling;
using ByokConsole.Adapters.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Adapters;

/// <summary>Registers what says whether each part can do its work. None of it says more than one may tell a stranger.</summary>
public static class ReadinessRegistration
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>The database, the schedule, and the console's standing in both clouds.</summary>
    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseReadiness>("database", timeout: Limit)
            .AddCheck<ScheduleReadiness>("schedule", timeout: Limit)
            .AddCheck<IdentityReadiness>("azureIdentity", timeout: Limit)
            .AddCheck<OrganizationReadiness>("confluentOrganization", timeout: Limit);
        return services;
    }
}
