using System.Net;
using ByokConsole.Web.Features.SandboxPortal;

namespace ByokConsole.Web.Tests.SandboxPortal;

/// <summary>The sandbox's delays and limits, and its start from the beginning.</summary>
public sealed class SandboxSettingsPageTests : PortalTestContext
{
    private const string Told = """
        {"propagationSeconds":8,"provisioningSeconds":20,"validationSeconds":2,"keySettlingSeconds":3,"vaultSettlingSeconds":4,"callsPerMinute":6000,"keyOperationsIn10Seconds":4000,
        "keyCreationsIn10Seconds":21,"armReadsAtOnce":250,"armWritesAtOnce":200,"armDeletesAtOnce":190}
        """;

    public SandboxSettingsPageTests() => Host.Lists["settings"] = Told;

    [Fact]
    public void Every_setting_stands_as_the_sandbox_tells_it()
        => Assert.Equal(
            ["8", "20", "2", "3", "4", "6000", "4000", "21", "250", "200", "190"],
            Render<SandboxSettingsPage>().FindAll("input").Select(input => input.GetAttribute("value")));

    [Fact]
    public async Task What_is_saved_is_sent_whole_and_read_again()
    {
        var page = Render<SandboxSettingsPage>();
        await page.Find("input").InputAsync(new() { Value = "600" });
        Host.Lists["settings"] = Told.Replace("\"propagationSeconds\":8", "\"propagationSeconds\":600", StringComparison.Ordinal);

        await ClickAsync(page, "Save");

        Assert.Equal(
            "PATCH settings {\"propagationSeconds\":600,\"provisioningSeconds\":20,\"validationSeconds\":2,\"keySettlingSeconds\":3,"
                + "\"vaultSettlingSeconds\":4,\"callsPerMinute\":6000,\"keyOperationsIn10Seconds\":4000,\"keyCreationsIn10Seconds\":21,"
                + "\"armReadsAtOnce\":250,\"armWritesAtOnce\":200,\"armDeletesAtOnce\":190}",
            Assert.Single(Host.Acts));
        Assert.Equal("Saved.", Text(page.Find(".done")));
        Assert.Equal("600", page.Find("input").GetAttribute("value"));
    }

    [Fact]
    public async Task A_number_out_of_bounds_cannot_be_saved()
    {
        var page = Render<SandboxSettingsPage>();

        await page.Find("input").InputAsync(new() { Value = "86401" });

        Assert.Contains("A whole number from 0 to 86,400.", page.Markup, StringComparison.Ordinal);
        Assert.True(page.FindAll("button").Single(button => Text(button) == "Save").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Starting_over_takes_a_second_word_and_reads_the_settings_again()
    {
        var page = Render<SandboxSettingsPage>();
        await ClickAsync(page, "Start over");
        Assert.Empty(Host.Acts);
        Host.Lists["settings"] = Told.Replace(":190", ":200", StringComparison.Ordinal);

        await ClickAsync(Dialogs, "Start over");

        Assert.Equal("POST reset", Assert.Single(Host.Acts));
        Assert.Equal("200", page.FindAll("input")[^1].GetAttribute("value"));
    }

    [Fact]
    public async Task A_refusal_is_told_and_what_was_typed_stays()
    {
        Host.Refusal = (HttpStatusCode.BadRequest, """{"error":"Give any of them."}""");
        var page = Render<SandboxSettingsPage>();
        await page.Find("input").InputAsync(new() { Value = "9" });

        await ClickAsync(page, "Save");

        Assert.Equal("The settings were not saved. Give any of them.", Alarm(page));
        Assert.Equal("9", page.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void A_sandbox_that_does_not_answer_is_told()
    {
        Host.IsAway = true;

        Assert.StartsWith("The settings could not be read.", Alarm(Render<SandboxSettingsPage>()), StringComparison.Ordinal);
    }
}
