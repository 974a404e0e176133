using System.ComponentModel;
using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.AsCode.Grants;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Keys;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Web.Api.Clusters;
using ByokConsole.Web.Api.Problems;
using Microsoft.AspNetCore.Mvc;

namespace ByokConsole.Web.Api.AsCode;

/// <summary>Grants and clusters as text for other tools: the same text as on the pages.</summary>
internal static class CodeEndpoints
{
    private const string FormWords = "terraform, confluent, byok or curl.";

    public static void MapCode(this RouteGroupBuilder api)
    {
        var code = api.MapGroup("").WithTags("As code");
        code.MapGet("/keys/{id}/grant/{form}", GrantAsync).WithName("GetGrantAsCode").Produces<string>(200, "text/plain").ProducesProblem(404).ProducesProblem(409)
            .WithSummary("What gives the registration's application its roles: az, powershell, bicep, terraform or rest.");
        code.MapGet("/keys/{id}/code", KeyAsync).WithName("GetKeyAsCode").Produces<string>(200, "text/plain").ProducesProblem(404).ProducesProblem(409)
            .WithSummary("The cluster that the key serves, with the key and its grants: terraform, confluent, byok or curl.");
        code.MapGet("/environments/{environmentId}/clusters/{clusterId}/code", ClusterAsync).WithName("GetClusterAsCode")
            .Produces<string>(200, "text/plain").ProducesProblem(404).ProducesProblem(409)
            .WithSummary("A cluster that exists, with its key and the key's grants: terraform, confluent, byok or curl.");
        code.MapPost("/environments/{environmentId}/clusters/code", NewClusterAsync).WithName("WriteClusterAsCode")
            .Produces<string>(200, "text/plain").ProducesProblem(404).ProducesProblem(422)
            .WithSummary("A cluster that is wanted, with its key and the key's grants: terraform, confluent, byok or curl. Nothing is created.");
    }

    private static async Task<IResult> GrantAsync(string id, string form, KeyCatalog keys, CancellationToken cancellationToken)
    {
        var kind = Forms.OfGrant(form);
        var found = await keys.FindAsync(id, cancellationToken);
        if (!found.IsOk)
            return ApiProblems.Of(found.Fault);
        return found.Value.Registration is { Vault: { } vault, TenantId: { } tenant, ApplicationId: { } application }
            ? TypedResults.Text(GrantCode.Write(kind, new GrantTarget(vault, tenant, application)).TrimEnd() + "\n")
            : ApiProblems.Of(409, "no_application_yet", $"{id} names no Azure vault and application. Confluent Cloud makes the application within a minute of the registration: try again then.");
    }

    private static async Task<IResult> KeyAsync(
        string id, KeyCatalog keys, ClusterKeyReader reader, CancellationToken cancellationToken, [FromQuery(Name = "as"), Description(FormWords)] string form = "")
    {
        var kind = Forms.OfCluster(form);
        var found = await keys.FindAsync(id, cancellationToken);
        if (!found.IsOk)
            return ApiProblems.Of(found.Fault);
        var target = found.Value.Cluster is { } cluster ? ClusterTargets.Of(cluster) : null;
        return await TextAsync(kind, target, $"{id} serves no Dedicated cluster on Azure.", reader, cancellationToken);
    }

    private static async Task<IResult> ClusterAsync(
        string environmentId, string clusterId, IKafkaClusters clusters, ClusterKeyReader reader, CancellationToken cancellationToken, [FromQuery(Name = "as"), Description(FormWords)] string form = "")
    {
        var kind = Forms.OfCluster(form);
        var read = await clusters.GetAsync(environmentId, clusterId, cancellationToken);
        return read.IsOk
            ? await TextAsync(kind, ClusterTargets.Of(read.Value), $"{clusterId} is no Dedicated cluster on Azure.", reader, cancellationToken)
            : ApiProblems.Of(read.Fault);
    }

    private static async Task<IResult> NewClusterAsync(
        string environmentId, NewClusterOrder cluster, Admission admission, ClusterKeyReader reader, CancellationToken cancellationToken, [FromQuery(Name = "as"), Description(FormWords)] string form = "")
    {
        var kind = Forms.OfCluster(form);
        var draft = cluster.ToDraft(environmentId);
        if (cluster.RegistrationId is { } id && await admission.FillInAsync(draft, id.Trim(), cancellationToken) is { } fault)
            return ApiProblems.Of(fault);
        return DraftRules.CheckAll(draft) is { Count: > 0 } problems
            ? ApiProblems.Refused(new AdmissionReport(problems, []), Pointers.InCluster)
            : await TextAsync(kind, ClusterTargets.Of(draft), $"{cluster.RegistrationId} names no key in an Azure vault.", reader, cancellationToken);
    }

    private static async Task<IResult> TextAsync(
        ClusterForm form, ClusterTarget? target, string whyNot, ClusterKeyReader reader, CancellationToken cancellationToken)
    {
        if (target is null)
            return ApiProblems.Of(409, "cannot_be_written", whyNot);
        var complete = await reader.CompleteAsync(target, cancellationToken);
        return complete.IsOk ? TypedResults.Text(ClusterCode.Write(form, complete.Value).TrimEnd() + "\n") : ApiProblems.Of(complete.Fault);
    }
}
