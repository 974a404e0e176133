using ByokConsole.Core.Clouds;

namespace ByokConsole.Core.Keys;

/// <summary>The keys page.</summary>
/// <param name="Rows">Every registration: the worst first, then by what comes next, then by name.</param>
/// <param name="AsOf">When Confluent named them (the console's clock), or null when it never did.</param>
/// <param name="Fault">Why it did not just now, or why some environment's clusters are not known; or null.</param>
public sealed record KeyListing(IReadOnlyList<KeyRow> Rows, DateTimeOffset? AsOf, CloudFault? Fault);
