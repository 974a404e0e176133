using ByokConsole.Web.Hosting;

namespace ByokConsole.Tests.Web;

/// <summary>The console as a person starts it who made a mistake: a process that ends by itself.</summary>
internal static class ConsoleProcess
{
    public static Task<EndedProgram> RunAsync(string[] args, params (string Name, string Value)[] environment)
    {
        var start = Programs.Start(typeof(ConsoleApplication).Assembly.Location, args);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return EndedProgram.RunAsync(start, cancellationToken: TestContext.Current.CancellationToken);
    }
}
