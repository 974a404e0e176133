namespace ByokConsole.Load;

/// <summary>One kind of request.</summary>
/// <param name="CallAsync">Sends one, reads its answer, and throws where it is no success.</param>
/// <param name="RawMilliseconds">What its cryptography takes by itself; 0 where there is none.</param>
/// <param name="IsJudged">True where the cost beyond that is limited.</param>
internal sealed record Operation(string Name, Func<Task> CallAsync, double RawMilliseconds = 0, bool IsJudged = false);
