using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Preflight.Words;
using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Api.Problems;

namespace ByokConsole.Web.Api.Confluent;

/// <summary>
/// Confluent's own APIs, byok/v1 keys and cmk/v2 clusters, under <c>/api</c>: a script that talks to Confluent Cloud talks to the console instead,
/// and gets the checks in front. Everything is done with the caller's own credential.
/// </summary>
internal static class ConfluentEndpoints
{
    private const string Keys = "/byok/v1/keys";
    private const string Clusters = "/cmk/v2/clusters";

    /// <summary>Reads that go with making a cluster.</summary>
    private static readonly string[] OnlyRead = ["/org/v2/environments", "/networking/v1/networks"];

    public static IServiceCollection AddConfluentDoor(this IServiceCollection services)
    {
        services.AddHttpForwarder();
        return services.AddSingleton<ConfluentDoor>().AddSingleton<CallerCredential>().AddSingleton<CreationDoor>();
    }

    public static void MapConfluent(this WebApplication app)
    {
        var door = app.MapGroup(ConsoleApi.Everything).AddEndpointFilter<CallersOwn>();
        door.MapPost(Keys, CreateKeyAsync);
        door.MapPost(Clusters, CreateClusterAsync);
        foreach (var path in (string[])[Keys, Clusters])
            door.MapMethods(path + "/{**rest}", [HttpMethods.Get, HttpMethods.Patch, HttpMethods.Delete], PassAsync);
        foreach (var path in OnlyRead)
            door.MapGet(path + "/{**rest}", PassAsync);
    }

    /// <summary>True for addresses at which the caller's own credential, not the console's, is what counts.</summary>
    public static bool IsAt(PathString path)
        => path.StartsWithSegments(ConsoleApi.Everything, out var rest)
            && ((string[])[Keys, Clusters, .. OnlyRead]).Any(own => rest.StartsWithSegments(own));

    private static Task PassAsync(HttpContext context, ConfluentDoor door) => door.PassAsync(context);

    private static Task CreateKeyAsync(HttpContext context, CreationDoor door, Admission admission, Traces traces)
        => door.SendAsync(context, body => AskedBody.Key(body) is { } asked
            ? new Creation(
                async left => (WithoutAttestation(await admission.OfKeyAsync(asked, left)), null),
                async (_, left) => await traces.FindKeyAsync(asked, left) is { } id ? $"{Keys}/{id}" : null,
                Pointers.InConfluentKey,
                StatusCodes.Status201Created)
            : null);

    private static Task CreateClusterAsync(HttpContext context, CreationDoor door, Admission admission, Traces traces)
        => door.SendAsync(context, body => AskedBody.Cluster(body) is var (asked, registrationId)
            ? new Creation(
                left => JudgeAsync(asked, registrationId, admission, traces, left),
                async (sentAt, left) => await traces.FindClusterAsync(asked, sentAt, left) is { } id
                    ? $"{Clusters}/{id}?environment={Uri.EscapeDataString(asked.EnvironmentId)}" : null,
                Pointers.InConfluentCluster,
                StatusCodes.Status202Accepted)
            : null);

    private static async Task<(AdmissionReport?, Core.Clouds.CloudFault?)> JudgeAsync(
        ClusterDraft asked, string? registrationId, Admission admission, Traces traces, CancellationToken cancellationToken)
    {
        if (registrationId is not null)
        {
            if (await admission.FillInAsync(asked, registrationId, cancellationToken) is { } fault)
                return (null, fault);
            if (await traces.FindRunAsync(registrationId, cancellationToken) is { } run)
                return (null, Underway(run, registrationId));
        }
        return (await admission.OfClusterAsync(asked, cancellationToken), null);
    }

    private static Core.Clouds.CloudFault Underway(Run run, string registrationId) => new(
        Core.Clouds.CloudService.ConfluentCloud, Core.Clouds.FaultKind.Conflict,
        $"Run {run.Id} is creating a cluster with {registrationId}; a key serves one cluster. Follow it at {ConsoleApi.Root}/runs/{run.Id}.")
    {
        Status = StatusCodes.Status409Conflict,
        Code = "run_in_progress",
    };

    /// <summary>Confluent's shape has no place to say that the key was generated in the vault: what is not said is warned of.</summary>
    private static AdmissionReport WithoutAttestation(AdmissionReport report) => new(
        [.. report.Problems.Where(problem => problem.Field is not DraftField.MaterialGenerated)],
        [.. report.Results.Select(result => result is { Check: CheckName.MaterialGenerated, State: CheckState.Fail } ? KeyMessages.NeverAttested.As(CheckName.MaterialGenerated, CheckState.Warn) : result)]);
}
