namespace ByokConsole.Core.Provisioning.Words;

/// <summary>What any run reports, whatever it is for.</summary>
public static class AnyRun
{
    public static string WaitsForAnswer { get; } = "Waits for a person's answer.";

    public static string CancelledBeforeAnything { get; } = "Cancelled before anything was made.";

    public static string CancelledUnchanged { get; } = "Cancelled before the cluster's deletion was asked for. Nothing was changed.";

    public static string CancelledUnprotected { get; } =
        "Cancelled before the cluster's deletion was asked for. Its deletion protection was turned off; turn it on again in Confluent Cloud.";

    /// <param name="heir">Name of the console that goes on.</param>
    /// <param name="console">Name of the one that worked the run.</param>
    public static string TakenOver(string heir, string console, int seconds)
        => $"Console {heir} took this run over from console {console}, which gave no sign of life for {seconds} seconds. It looks first what there is, and goes on.";

    public static string GoesOnAfterKill { get; } = "The console was gone in the middle of this run, and was started again. It looks first what there is, and goes on.";

    /// <param name="fault">The cloud's own sentence.</param>
    public static string TryingAgain(string fault) => $"{fault} Trying again.";

    public static string Surprised(string run)
        => $"Something went wrong inside the console; its log says what, under {run}. It tries again by itself.";
}
