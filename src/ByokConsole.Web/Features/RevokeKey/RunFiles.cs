using System.Text;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation;
using ByokConsole.Web.Shared.Clusters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ByokConsole.Web.Features.RevokeKey;

/// <summary>What a person takes away from a run as a file: its evidence, and the day of the key's release for a calendar.</summary>
public static class RunFiles
{
    public static void MapRunFiles(this WebApplication app)
    {
        app.MapGet("/runs/{runId}/evidence.md", (string runId, EvidenceService proof, HttpContext context)
            => EvidenceAsync(runId, "md", "text/markdown", EvidenceReport.Markdown, proof, context));
        app.MapGet("/runs/{runId}/evidence.json", (string runId, EvidenceService proof, HttpContext context)
            => EvidenceAsync(runId, "json", "application/json", EvidenceReport.Json, proof, context));
        app.MapGet("/runs/{runId}/release.ics", ReleaseAsync);
    }

    private static async Task<IResult> EvidenceAsync(
        string runId, string ending, string type, Func<Evidence, string> write, EvidenceService proof, HttpContext context)
        => await proof.FindAsync(runId, context.RequestAborted) is { } evidence
            ? File(context, write(evidence), type, $"{evidence.FileName}.{ending}")
            : TypedResults.NotFound();

    private static async Task<IResult> ReleaseAsync(string runId, RunService runs, TimeProvider time, HttpContext context)
    {
        if (await runs.FindAsync(runId, context.RequestAborted) is not { Kind: RunKind.RevokeAccess, Input.ClusterId: { } cluster } run)
            return TypedResults.NotFound();
        var request = context.Request;
        var path = ClusterLinks.Revoke(run.EnvironmentId, cluster, PartWords.Slug(RevocationPart.WaitForRelease));
        return ReleaseCalendar.Of(run, new Uri($"{request.Scheme}://{request.Host}{path}"), time.GetUtcNow()) is { } calendar
            ? File(context, calendar, "text/calendar", $"release-{run.Id}.ics")
            : TypedResults.NotFound();
    }

    private static FileContentHttpResult File(HttpContext context, string text, string type, string name)
    {
        // It changes with the run, and is nobody else's business.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", name);
    }
}
