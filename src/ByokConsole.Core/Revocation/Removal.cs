using ByokConsole.Core.Clouds;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation;

/// <summary>What the steps of a removal share: what the run knows, the cloud's "now", and the notes of what was done.</summary>
internal static class Removal
{
    /// <summary>Who is named for what the run does by itself.</summary>
    public const string Console = "the console";

    public static RemovalFacts Of(RunContext context) => context.Run.Facts.Removal ?? new RemovalFacts();

    /// <summary>The run's facts with these about the removal, and with the cloud's clock as an answer told it.</summary>
    public static RunFacts With(RunContext context, RemovalFacts facts, DateTimeOffset? cloudTime = null)
        => context.Run.Facts with { Removal = cloudTime is { } cloud ? facts with { CloudAhead = cloud - context.Now } : facts };

    /// <summary>The cloud's clock: what an answer told, else the console's with what is known of the difference.</summary>
    public static DateTimeOffset Now(RunContext context, DateTimeOffset? cloudTime) => cloudTime ?? context.Now + Of(context).CloudAhead;

    /// <summary>A note of what was done.</summary>
    public static Deed Did<T>(RunContext context, string what, string? by, Answer<T> answer)
        where T : notnull
        => new(context.Step.Name, what, by ?? Console, context.Now, Now(context, answer.CloudTime), answer.RequestId);

    /// <summary>A note of what was seen, or stated.</summary>
    public static Deed Noted(RunContext context, string what, string? by, DateTimeOffset? cloudTime)
        => new(context.Step.Name, what, by ?? Console, context.Now, Now(context, cloudTime), null);

    public static string ClusterOf(RunContext context) => context.Run.Input.ClusterId!;

    public static string NameOf(RunContext context) => Of(context).Radius?.ClusterName ?? context.Run.Subject;

    /// <summary>True for a cloud's "gone, or not for you to see": a deleted cluster reads as 404 or as 403.</summary>
    public static bool IsUnseen(CloudFault fault) => fault.Kind is FaultKind.NotFound or FaultKind.Forbidden;

    /// <summary>What there is while the cluster's deletion was not asked for.</summary>
    public static string StillThere(RunContext context) => PlanSteps.NothingDeleted(ClusterOf(context));
}
