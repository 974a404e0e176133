using ByokConsole.Core.AsCode.Clusters;
using ByokConsole.Core.Clusters;
using ByokConsole.Tests.Builders;
using ByokConsole.Web.Shared.Clusters;
using ByokConsole.Web.Tests.CreateCluster;

namespace ByokConsole.Web.Tests.Shared.Clusters;

/// <summary>One cluster in the language that a person chooses.</summary>
public sealed class ClusterCodeViewTests : ConsoleTestContext
{
    [Theory]
    [InlineData(ClusterForm.Terraform, "Terraform", "resource \"confluent_kafka_cluster\"")]
    [InlineData(ClusterForm.ConfluentCli, "confluent", "confluent kafka cluster describe 'lkc-st4g1n'")]
    [InlineData(ClusterForm.ByokCli, "byok", "byok cluster describe 'lkc-st4g1n'")]
    [InlineData(ClusterForm.Curl, "curl", "/cmk/v2/clusters/lkc-st4g1n")]
    public void Each_form_shows_its_text_to_be_copied(ClusterForm form, string word, string inside)
    {
        var target = ClusterTargets.Of(new ClusterSecurityReport { Cluster = Samples.Cluster, Registration = Samples.Registration })!;
        var view = Render<ClusterCodeView>(p => p.Add(x => x.Target, target));

        view.Radio(word).Click();

        var code = view.Find("pre[aria-label='the cluster as code']").TextContent;
        Assert.Equal(ClusterCode.Write(form, target), code);
        Assert.Contains(inside, code, StringComparison.Ordinal);
        Assert.Equal(code, view.Find("button[aria-label='Copy the cluster as code']").GetAttribute("data-copy"));
    }

    [Fact]
    public void Where_too_little_is_known_there_is_nothing()
        => Assert.Equal("", Render<ClusterCodeView>(p => p.Add(x => x.Target, null)).Markup.Trim());
}
