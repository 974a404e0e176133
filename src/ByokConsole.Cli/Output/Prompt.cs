namespace ByokConsole.Cli.Output;

/// <summary>Questions to the person at the terminal; the caller has made sure that there is one.</summary>
internal static class Prompt
{
    public static async Task<bool> YesAsync(Talk talk, string question, CancellationToken cancellationToken)
    {
        talk.Ask($"{question} (y/n): ");
        return (await LineAsync(cancellationToken))?.Trim() is "y" or "Y" or "yes";
    }

    /// <summary>A typed line, or null where none comes.</summary>
    public static async Task<string?> TextAsync(Talk talk, string question, CancellationToken cancellationToken)
    {
        talk.Ask($"{question}: ");
        return await LineAsync(cancellationToken);
    }

    /// <summary>The console's reader waits in the calling thread and hears of no cancellation; so it is let wait beside.</summary>
    private static Task<string?> LineAsync(CancellationToken cancellationToken) => Task.Run(Console.ReadLine, cancellationToken).WaitAsync(cancellationToken);
}
