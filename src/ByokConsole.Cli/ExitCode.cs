namespace ByokConsole.Cli;

/// <summary>How <c>byok</c> ends, for scripts. The numbers are part of the contract (docs/cli.md) and never change their meaning.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The request was refused, or failed.</summary>
    public const int Refused = 1;

    /// <summary>The command line is wrong.</summary>
    public const int WrongUsage = 2;

    public const int NotFound = 3;

    /// <summary>Rules or checks speak against it.</summary>
    public const int ChecksFailed = 4;

    /// <summary>The run failed, or was cancelled.</summary>
    public const int RunFailed = 5;

    /// <summary>A question is open that nobody here can be asked, and no option answers.</summary>
    public const int AnswerNeeded = 6;

    /// <summary>The console is not there, or does not let us in.</summary>
    public const int Unreachable = 7;

    /// <summary>Ended by Ctrl-C; what every shell expects of it.</summary>
    public const int Interrupted = 130;

    /// <summary>For <c>--help</c>.</summary>
    public const string Explained = """
        Exit codes:
          0    done
          1    the request was refused or failed
          2    wrong usage
          3    not found
          4    checks failed
          5    the run failed or was cancelled
          6    an answer is needed that no option gives
          7    the console cannot be reached, or does not let us in
          130  interrupted; a run goes on without us
        """;
}
