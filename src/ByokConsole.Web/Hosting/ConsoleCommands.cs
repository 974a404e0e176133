using ByokConsole.Web.Hosting.Access;

namespace ByokConsole.Web.Hosting;

/// <summary>What the program does besides serving. Each command tells what it did in a text.</summary>
internal static class ConsoleCommands
{
    /// <summary>The command that the arguments begin with; null for none, which serves.</summary>
    /// <exception cref="StartRefusedException">The command lacks something.</exception>
    public static Func<Task<string>>? Of(string[] args) => args switch
    {
        [LinkCommand.Name, .. var settings] => () => LinkCommand.RunAsync(Options(["--Mode", "Live", .. settings])),
        [BackupCommand.Name, var to, .. var settings] when !to.StartsWith('-') => () => Task.FromResult(BackupCommand.Run(Options(settings), to)),
        [BackupCommand.Name, ..] => throw new StartRefusedException($"{BackupCommand.Name}: name the folder to write the backup to."),
        [MoveCommand.Name, .. var settings] => () => MoveCommand.RunAsync(Options(settings)),
        _ => null,
    };

    private static ConsoleOptions Options(string[] settings)
    {
        CommandLine.RequireKnown(settings);
        return ConsoleSettings.ReadForCommand(ConsoleBuilder.Create(settings).Configuration).RequireGood();
    }
}
