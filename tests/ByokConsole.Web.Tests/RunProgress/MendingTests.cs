using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Web.Features.RunProgress;
using ByokConsole.Web.Shared.Drafts;

namespace ByokConsole.Web.Tests.RunProgress;

public sealed class MendingTests
{
    [Theory]
    [InlineData(DraftField.Cku, "type")]
    [InlineData(DraftField.Region, "region")]
    [InlineData(DraftField.Network, "networking")]
    [InlineData(DraftField.VaultResourceId, "security")]
    [InlineData(DraftField.Registration, "security")]
    [InlineData(DraftField.DisplayName, "review")]
    public void A_refused_field_is_mended_in_its_step(DraftField field, string step)
    {
        var run = RunSamples.Failed with { Rejection = RunSamples.Rejection with { Fields = [new(field, "No.")] } };

        Assert.Equal($"/drafts/d-4c19/{step}", WizardLinks.To("d-4c19", Mending.StepOf(run)));
    }

    [Theory]
    [InlineData(RunKind.CreateCluster, DraftStep.Review)]
    [InlineData(RunKind.RegisterKey, DraftStep.Security)]
    [InlineData(RunKind.GrantAccess, DraftStep.Security)]
    public void Without_a_field_it_is_the_step_that_started_the_run(RunKind kind, DraftStep step)
        => Assert.Equal(step, Mending.StepOf(RunSamples.Failed with { Kind = kind, Rejection = RunSamples.Rejection with { Fields = [] } }));
}
