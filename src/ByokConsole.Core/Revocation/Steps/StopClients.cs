using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>Waits until the metrics show that nobody is connected, or a person states it. No data is unknown, never zero.</summary>
public sealed class StopClients(IKafkaClusters clusters, ClientWatch clients) : IRunStep
{
    public string Name => StepNames.StopClients;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        // The read is for the cloud's clock: the window is the cloud's.
        var cluster = await clusters.GetAsync(context.Run.EnvironmentId, Removal.ClusterOf(context), cancellationToken).ConfigureAwait(false);
        var now = Removal.Now(context, cluster.CloudTime);
        var reading = await clients.ReadAsync(Removal.ClusterOf(context), now, cancellationToken).ConfigureAwait(false);
        var facts = Removal.Of(context) with { Clients = reading };
        if (context.Run.Answer is { Choice: AnswerIds.StateStopped } answer)
            return new StepOutcome.Done($"{answer.By} stated that every client is stopped.")
            {
                Facts = Removal.With(context, facts with { ClientsStatement = answer.Text!.Trim() }, cluster.CloudTime),
            };
        if (reading.Verdict is ConnectionVerdict.Quiet)
            return new StepOutcome.Done("Nobody has been connected for 15 minutes.")
            {
                Facts = Removal.With(context, facts, cluster.CloudTime),
                Deed = Removal.Noted(
                    context, $"Saw no connection from {Questions.Date(reading.QuietFrom)} to {Questions.Date(reading.QuietTo)}", null, cluster.CloudTime),
            };
        return new StepOutcome.Wait(ReasonOf(reading), RunPace.ForStanding(context.Elapsed))
        {
            Facts = Removal.With(context, facts, cluster.CloudTime),
            Question = Questions.ClientsStopped,
        };
    }

    /// <summary>Why it is not over, free of numbers: those are in the reading.</summary>
    internal static string ReasonOf(ConnectionReading reading) => reading switch
    {
        { Fault: { } fault } => $"Whether clients are connected is not known. {fault}",
        { Verdict: ConnectionVerdict.Connected } => "Clients were connected within the last 15 minutes.",
        _ => "Whether clients are connected is not known: the metrics do not have every minute. That is not zero.",
    };
}
