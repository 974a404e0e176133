using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Revocation.Words;

namespace ByokConsole.Core.Revocation.Steps;

/// <summary>A person agrees to what will be hit. What is agreed to is what is read at that moment: a change asks again.</summary>
public sealed class AgreePlan(Surveyor surveyor, RunPace pace) : IRunStep
{
    public string Name => StepNames.AgreePlan;

    public async Task<StepOutcome> AdvanceAsync(RunContext context, CancellationToken cancellationToken)
    {
        var read = await surveyor.ReadAsync(context.Run, cancellationToken).ConfigureAwait(false);
        if (!read.IsOk)
            return Setbacks.WaitOrFail(read.Fault, Removal.StillThere(context), pace.LookAgain);
        var shown = Removal.Of(context).Radius;
        var facts = Removal.Of(context) with { Radius = read.Value };
        if (context.Run.Answer is not { Choice: AnswerIds.AgreePlan } answer || !read.Value.HitsTheSameAs(shown))
            return new StepOutcome.Ask(Questions.Plan(read.Value)) { Facts = Removal.With(context, facts, read.CloudTime) };
        return new StepOutcome.Done(PlanSteps.Agreed(answer.By, read.Value.ClusterName))
        {
            Facts = Removal.With(
                context, facts with { AgreedBy = answer.By, DeletesRegistration = answer.Has(AnswerIds.DeleteRegistration) }, read.CloudTime),
        };
    }
}
