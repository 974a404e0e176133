using ByokConsole.Cli.Api.Wire;

namespace ByokConsole.Cli.Runs;

/// <summary>Shows a run while it goes on.</summary>
internal interface IRunProgress
{
    void Show(ConsoleRun run);
}
