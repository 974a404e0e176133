using ByokConsole.Core.Ports;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Words;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>Waits until the metrics show that nobody is connected, or a person states it. No data is unknown, never zero.</summary>
public sealed class StopClients(IKafkaClusters clusters, ClientWatch clients) : IRunStep
{
    public string Name => StepNames.StopClients;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        // The read is for the cloud's clock: the window is the cloud's.
        var id = Removal.ClusterOf(context);
        var cluster = await clusters.GetAsync(context.Run.EnvironmentId, id, cancellationToken).ConfigureAwait(false);
        var now = Removal.Now(context, cluster.CloudTime);
        var reading = await clients.ReadAsync(id, now, cancellationToken).ConfigureAwait(false);
        var facts = Removal.Of(context) with { Clients = reading };
        if (context.Run.Answer is { Choice: AnswerIds.StateStopped } answer)
            return new StepOutcome.Done(ClientSteps.StatedStopped(answer.By, id))
            {
                Facts = Removal.With(context, facts with { ClientsStatement = answer.Text!.Trim() }, cluster.CloudTime),
            };
        if (reading.Verdict is ConnectionVerdict.Quiet)
            return new StepOutcome.Done(ClientSteps.Quiet(id))
            {
                Facts = Removal.With(context, facts, cluster.CloudTime),
                Deed = Removal.Noted(
                    context, Deeds.NoConnection(Questions.Date(reading.QuietFrom), Questions.Date(reading.QuietTo)), null, cluster.CloudTime),
            };
        return new StepOutcome.Wait(ReasonOf(id, reading), RunPace.ForStanding(context.Elapsed))
        {
            Facts = Removal.With(context, facts, cluster.CloudTime),
            Question = Questions.ClientsStopped,
        };
    }

    /// <summary>Why it is not over.</summary>
    internal static string ReasonOf(string cluster, ConnectionReading reading) => reading switch
    {
        { Fault: { } fault } => ClientSteps.Unknown(cluster, fault),
        { Verdict: ConnectionVerdict.Connected } => ClientSteps.Connected(cluster),
        _ => ClientSteps.MinutesMissing(cluster),
    };
}
