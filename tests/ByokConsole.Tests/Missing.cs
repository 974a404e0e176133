namespace ByokConsole.Tests;

/// <summary>What to do where a test's tool is not there: skip it and say how to enable it; on a build machine, fail.</summary>
internal static class Missing
{
    public static void Skip(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
    }
}
