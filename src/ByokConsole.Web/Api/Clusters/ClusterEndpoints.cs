using System.ComponentModel;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Web.Api.Problems;
using ByokConsole.Web.Api.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ByokConsole.Web.Api.Clusters;

/// <summary>Environments and their clusters: listed, read, created, deleted, and their keys revoked.</summary>
internal static class ClusterEndpoints
{
    public static void MapClusters(this RouteGroupBuilder api)
    {
        api.MapGet("/environments", EnvironmentsAsync).WithName("ListEnvironments").WithTags("Clusters").ProducesProblem(502)
            .WithSummary("The environments that the console's credential can see.");
        var clusters = api.MapGroup("/environments/{environmentId}/clusters").WithTags("Clusters");
        clusters.MapGet("", ListAsync).WithName("ListClusters").ProducesProblem(404).WithSummary("Clusters of an environment, and runs that are making one.");
        clusters.MapPost("", CreateAsync).WithName("CreateCluster").ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Starts the run that creates a cluster, if every check of its key passes.");
        clusters.MapGet("/{clusterId}", FindAsync).WithName("GetCluster").ProducesProblem(404).WithSummary("One cluster, read now, with the key it is bound to.");
        clusters.MapDelete("/{clusterId}", DeleteAsync).WithName("DeleteCluster").ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Starts the run that deletes a cluster and leaves its key alone. It asks for the cluster's name before it deletes anything.");
        clusters.MapPost("/{clusterId}/revocation", RevokeAsync).WithName("RevokeAccess").WithTags("Revocations").ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Starts the guided run that takes Confluent's access to the key away. It asks before every step that matters.");
    }

    private static async Task<Results<Ok<Page<ConfluentEnvironment>>, ProblemHttpResult>> EnvironmentsAsync(
        ClusterCatalog catalog, [AsParameters] PageRequest page, HttpContext context)
    {
        var read = await catalog.EnvironmentsAsync(fresh: true, context.RequestAborted);
        return read.Fault is { } fault ? ApiProblems.Of(fault) : TypedResults.Ok(page.Of(read.Value ?? [], context.Request));
    }

    private static async Task<Results<Ok<Page<ClusterReading>>, ProblemHttpResult>> ListAsync(
        string environmentId, ClusterCatalog catalog, [AsParameters] PageRequest page, HttpContext context,
        [Description("Part of a name or an id.")] string q = "", [FromQuery(Name = "display_name"), Description("The exact display name.")] string? displayName = null)
    {
        var listing = await catalog.ListAsync(environmentId, fresh: true, context.RequestAborted);
        return listing.Fault is { } fault
            ? ApiProblems.Of(fault)
            : TypedResults.Ok(page.Of<ClusterReading>(
                [.. listing.Rows.Where(row => row.Matches(q) && (displayName is null || row.Name == displayName)).Select(row => ClusterReading.Of(environmentId, row))], context.Request));
    }

    private static async Task<Results<Accepted<RunReading>, ProblemHttpResult>> CreateAsync(
        string environmentId, NewClusterOrder cluster, RunOrders orders, CancellationToken cancellationToken,
        [FromHeader(Name = IdempotencyKey.Header)] string? idempotencyKey = null)
    {
        if (IdempotencyKey.ProblemWith(idempotencyKey) is { } problem)
            return problem;
        return RunOutcomes.Of(await orders.CreateClusterAsync(
            cluster.ToDraft(environmentId), cluster.RegistrationId?.Trim(), idempotencyKey, DraftService.LocalOperator, cancellationToken), Pointers.InCluster);
    }

    private static async Task<Results<Ok<ClusterReading>, ProblemHttpResult>> FindAsync(
        string environmentId, string clusterId, ClusterCatalog catalog, CancellationToken cancellationToken)
    {
        var read = await catalog.FindAsync(environmentId, clusterId, cancellationToken);
        return read.IsOk ? TypedResults.Ok(ClusterReading.Of(read.Value)) : ApiProblems.Of(read.Fault);
    }

    private static async Task<Results<Accepted<RunReading>, ProblemHttpResult>> DeleteAsync(
        string environmentId, string clusterId, RevocationService revocations, CancellationToken cancellationToken)
        => RunOutcomes.Of(await revocations.StartDeletionAsync(environmentId, clusterId, DraftService.LocalOperator, cancellationToken));

    private static async Task<Results<Accepted<RunReading>, ProblemHttpResult>> RevokeAsync(
        string environmentId, string clusterId, RevocationService revocations, CancellationToken cancellationToken)
        => RunOutcomes.Of(await revocations.StartRevocationAsync(environmentId, clusterId, DraftService.LocalOperator, cancellationToken));
}
