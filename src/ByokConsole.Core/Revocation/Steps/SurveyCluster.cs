using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>Reads what the deletion hits, before anything is asked or done.</summary>
public sealed class SurveyCluster(Surveyor surveyor, RunPace pace) : IRunStep
{
    public string Name => StepNames.SurveyCluster;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var read = await surveyor.ReadAsync(context.Run, cancellationToken).ConfigureAwait(false);
        if (!read.IsOk)
            return Setbacks.WaitOrFail(read.Fault, Removal.StillThere(context), pace.LookAgain);
        var others = read.Value.OtherUsers.Count;
        var note = others == 0 ? PlanSteps.HitsOne(read.Value.ClusterName) : PlanSteps.HitsOthers(read.Value.ClusterName, others);
        return new StepOutcome.Done(note)
        {
            Facts = Removal.With(context, Removal.Of(context) with { Radius = read.Value }, read.CloudTime),
        };
    }
}
