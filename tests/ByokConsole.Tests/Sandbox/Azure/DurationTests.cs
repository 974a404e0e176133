using System.Xml;
using ByokConsole.Sandbox.KeyVault;

namespace ByokConsole.Tests.Sandbox.Azure;

public sealed class DurationTests
{
    /// <summary>The console reads a policy by the framework; a vault that counted otherwise would rotate on another day than the page tells.</summary>
    [Theory]
    [InlineData("P90D")]
    [InlineData("P1M")]
    [InlineData("P12M")]
    [InlineData("P18M")]
    [InlineData("P1Y6M")]
    [InlineData("P2Y")]
    [InlineData("P1Y18M10D")]
    public void A_vault_rotates_on_the_day_that_the_console_tells(string text) => Assert.Equal(XmlConvert.ToTimeSpan(text), Duration.Read(text));
}
