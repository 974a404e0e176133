using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning.Words;

namespace ByokConsole.Core.Provisioning.Steps;

/// <summary>Asks every check again just before money is spent. What cannot be seen from here stops nothing: Confluent Cloud judges too.</summary>
public sealed class RecheckKey(PreflightRunner preflight, IKeyRegistrations registrations, RunPace pace) : IRunStep
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
        List<CheckResult> results = [];
        await foreach (var result in preflight.RunAsync(subject.Value, cancellationToken).ConfigureAwait(false))
            results.Add(IsSteady(result) ? result : result with { State = CheckState.Waiting, Explanation = ClusterSteps.NotSteadyYet(pace.Steady) });
        return Judge(context, results);
    }

    private StepOutcome Judge(RunContext context, List<CheckResult> results)
    {
        var failed = results.FindAll(result => result.State is CheckState.Fail);
        var waiting = results.FindAll(result => result.State is CheckState.Waiting);
        if (failed.Count > 0 || (waiting.Count > 0 && context.Elapsed >= pace.Patience))
            return new StepOutcome.Fail(Reject([.. failed, .. waiting.Select(result => result with { State = CheckState.Fail })], WhatExists(context.Run.Input)));
        if (waiting.Count > 0)
            return new StepOutcome.Wait(waiting[0].Explanation, pace.LookAgain);
        var unseen = results.Count(result => result.State is CheckState.Skipped or CheckState.NotAsked);
        var passed = results.Count - unseen;
        return new StepOutcome.Done(
            unseen == 0 ? ClusterSteps.ChecksHold(passed) : ClusterSteps.SeenChecksHold(passed, unseen));
    }

    /// <summary>False for a grant that came into force a moment ago, by the cloud's own clock.</summary>
    private bool IsSteady(CheckResult result)
        => result is not { Check: CheckName.GrantInForce, State: CheckState.Pass, Since: { } since, CloudTime: { } now } || now - since >= pace.Steady;

    private static Rejection Reject(List<CheckResult> findings, string whatExists)
        => new(
            findings.Count == 1 ? findings[0].Explanation : ClusterSteps.MoreFindings(findings[0].Explanation, findings.Count - 1),
            RejectionMapper.Map(findings),
            whatExists,
            findings[0].Code,
            null);

    private static string WhatExists(RunInput input) => ClusterSteps.RegistrationRemains(input.RegistrationId!);
}
