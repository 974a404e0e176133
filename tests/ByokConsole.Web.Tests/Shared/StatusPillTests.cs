using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Tests.Shared;

public sealed class StatusPillTests : ConsoleTestContext
{
    public static TheoryData<Status> All => [.. Enum.GetValues<Status>()];

    [Theory, MemberData(nameof(All))]
    public void A_state_is_always_word_and_icon_and_colour(Status status)
    {
        var pill = Render<StatusPill>(p => p.Add(x => x.Status, status).Add(x => x.Word, "Some word"));

        Assert.Equal("Some word", pill.Find(".pill").TextContent);
        Assert.Equal("true", pill.Find(".pill svg").GetAttribute("aria-hidden"));
        Assert.Contains(status.Css(), pill.Find(".pill").ClassList);
    }

    [Fact]
    public void No_two_states_look_alike_without_colour()
    {
        var states = Enum.GetValues<Status>();

        Assert.Equal(states.Length, states.Select(status => status.Icon()).Distinct().Count());
        Assert.Equal(states.Length, states.Select(status => status.Css()).Distinct().Count());
    }
}
