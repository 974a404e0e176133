namespace ByokConsole.Resilience.Report;

/// <summary>The words at the top of the summary.</summary>
internal static class SummaryText
{
    public const string Head = """
        # Never lost, never twice: the crash and fault harness

        Written by `dotnet run -c Release --project tests/ByokConsole.Resilience`; a failing case is run again, with its journal, by
        `dotnet run -c Release --project tests/ByokConsole.Resilience -- replay <case>`. A slice of it runs in `dotnet test`.

        - **Points.** An undisturbed run of each scenario tells them: every write to a cloud (before it is sent, after it was carried out and before its
          reply, after the reply and before the commit, and spared for the fault alone), and every commit of the console's database, before and after. A step
          that writes and that no scenario reaches fails a test.
        - **Faults** at that very write: none, 429, 500, reply lost, request delivered twice, 409.
        - **Seeds** decide how slow the clouds are, whose clock is wrong by how much, how long the console is down, how many attempts suffer the fault; with every third
          seed the console is not killed but stands still while a second one takes the run over, and wakes up later.
        - **Not covered:** a request for a cluster with automatic encryption that stands still between the console and Confluent Cloud for longer than the next
          console waits (15 seconds and four looks), and arrives after all. Nothing there refuses it. With your own key the cloud does: a key serves one cluster.
          It is noticed instead: for a day after a run each sweep looks for a second cluster of its name and shape that no run made, and every page tells it.
        - **In memory** the real engine, steps, journal and clients of both clouds work against the real sandbox without its listener, by a clock of their own.
          The clients' own repeats of reads are off. **With real consoles** each point is killed once by kill -9, from the same worlds; after the reply and before the commit means that the
          console finds its database locked.
        - **Judged** in the sandbox's own state and the console's database: one cluster, one registration, one assignment per role, one service principal; no run without an end;
          no cluster and no registration without a run; what the run was for is so; every draft has what was acknowledged. Only a cloud's 409 may end a run as failed, and then nothing was made.
          Without look-first, without the intent or without the fence, a test finds violations.

        """;
}
