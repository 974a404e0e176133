using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning.Words;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Asks every check again just before money is spent. What cannot be seen from here stops nothing: Confluent Cloud judges too.</summary>
public sealed class RecheckKey(
    PreflightRunner preflight, [FromKeyedServices(PreflightPorts.Patient)] PreflightPorts ports, IKeyRegistrations registrations, RunPace pace) : IRunStep
{
    public string Name => StepNames.RecheckKey;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var input = context.Run.Input;
        if (input.Cluster?.KeyRegistrationId is null)
            return new StepOutcome.NotNeeded(ClusterSteps.NothingToCheck);
        var subject = await KeyOfRun.SubjectAsync(input, registrations, cancellationToken).ConfigureAwait(false);
        if (!subject.IsOk)
            return Setbacks.WaitOrFail(subject.Fault, WhatExists(input), pace.LookAgain);
        var results = await preflight.AskAsync(subject.Value, new PreflightReads(ports, cancellationToken), cancellationToken).ConfigureAwait(false);
        return Judge(context, [.. results.Select(Steady)]);
    }

    private StepOutcome Judge(RunContext context, List<CheckResult> results)
    {
        var failed = results.FindAll(result => result.State is CheckState.Fail);
        var waiting = results.FindAll(result => result.State is CheckState.Waiting);
        if (failed.Count > 0 || (waiting.Count > 0 && context.Elapsed >= pace.Patience))
            return new StepOutcome.Fail(Reject([.. failed, .. waiting.Select(result => result with { State = CheckState.Fail })], WhatExists(context.Run.Input)));
        if (waiting.Count > 0)
            return new StepOutcome.Wait(waiting[0].Explanation, pace.LookAgain);
        // A cloud that is in trouble now may tell in a moment that the key is not what it was.
        if (context.Elapsed < pace.Patience && results.Find(result => result.IsMomentary) is { } unanswered)
            return new StepOutcome.Wait(unanswered.Explanation, pace.LookAgain);
        var unseen = results.Count(result => result.State is CheckState.Skipped or CheckState.NotAsked);
        var passed = results.Count - unseen;
        return new StepOutcome.Done(
            unseen == 0 ? ClusterSteps.ChecksHold(passed) : ClusterSteps.SeenChecksHold(passed, unseen));
    }

    /// <summary>A grant that came into force a moment ago, by the cloud's own clock, is still to be waited for.</summary>
    private CheckResult Steady(CheckResult result)
        => result is { Check: CheckName.GrantInForce, State: CheckState.Pass, Since: { } since, CloudTime: { } now } && now - since < pace.Steady
            ? result with { State = CheckState.Waiting, Explanation = ClusterSteps.NotSteadyYet((int)pace.Steady.TotalSeconds) }
            : result;

    private static Rejection Reject(List<CheckResult> findings, string whatExists)
        => new(
            findings.Count == 1 ? findings[0].Explanation : ClusterSteps.MoreFindings(findings[0].Explanation, findings.Count - 1),
            RejectionMapper.Map(findings),
            whatExists,
            findings[0].Code,
            null);

    private static string WhatExists(RunInput input) => ClusterSteps.RegistrationRemains(input.RegistrationId!);
}
