using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation.Steps;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Core.Revocation;

/// <summary>Registers what takes a cluster and its key away.</summary>
internal static class RemovalRegistration
{
    public static IServiceCollection AddRemoval(this IServiceCollection services) => services
        .AddSingleton<RevocationService>()
        .AddSingleton<EvidenceService>()
        .AddSingleton<KeyUsers>()
        .AddSingleton<ClientWatch>()
        .AddSingleton<Surveyor>()
        .AddSingleton<IRunStep, SurveyCluster>()
        .AddSingleton<IRunStep, AgreePlan>()
        .AddSingleton<IRunStep, StopClients>()
        .AddSingleton<IRunStep, AgreeDeletion>()
        .AddSingleton<IRunStep, UnprotectCluster>()
        .AddSingleton<IRunStep, DeleteCluster>()
        .AddSingleton<IRunStep, WaitGone>()
        .AddSingleton<IRunStep, DecideVaultKey>()
        .AddSingleton<IRunStep, TurnVaultKey>()
        .AddSingleton<IRunStep, RemoveGrants>()
        .AddSingleton<IRunStep, WaitRelease>()
        .AddSingleton<IRunStep, DeleteRegistration>()
        .AddSingleton<IRunStep, RecordEvidence>()
        .AddSingleton<IRunStep, BringKeyBack>();
}
