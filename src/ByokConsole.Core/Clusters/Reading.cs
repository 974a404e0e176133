using ByokConsole.Core.Clouds;

namespace ByokConsole.Core.Clusters;

/// <summary>What is known of something that a cloud keeps: its newest good answer, and why a later question got none.</summary>
/// <typeparam name="T">The domain type asked for.</typeparam>
/// <param name="Value">The newest good answer, or null when there never was one.</param>
/// <param name="AsOf">When it was given (the console's clock), or null.</param>
/// <param name="Fault">The fault of the last question, or null when that is where <paramref name="Value"/> comes from.</param>
public sealed record Reading<T>(T? Value, DateTimeOffset? AsOf, CloudFault? Fault)
    where T : class;
