using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Preflight;

namespace ByokConsole.Web.Api.Confluent;

/// <summary>What a POST would make, and what is known about it.</summary>
/// <param name="JudgeAsync">Asks the rules and checks; a fault when the registration cannot be read.</param>
/// <param name="FindAsync">Path at Confluent Cloud of what the request, sent at that time of the cloud's, has made; or null.</param>
/// <param name="PointerOf">Where a field stands in the request.</param>
/// <param name="Made">Confluent's status for a creation.</param>
internal sealed record Creation(
    Func<CancellationToken, Task<(AdmissionReport? Report, CloudFault? Fault)>> JudgeAsync,
    Func<DateTimeOffset, CancellationToken, Task<string?>> FindAsync,
    Func<DraftField, string?> PointerOf,
    int Made);
