using System.Diagnostics.CodeAnalysis;

namespace ByokConsole.Adapters;

/// <summary>What became of reading a <see cref="CloudConnection"/>: the connection, or everything that is wrong at once.</summary>
public sealed record ConnectionReading
{
    public ConnectionReading(CloudConnection connection) => Connection = connection;

    public ConnectionReading(IReadOnlyList<SettingProblem> problems) => Problems = problems;

    public CloudConnection? Connection { get; }

    public IReadOnlyList<SettingProblem> Problems { get; } = [];

    [MemberNotNullWhen(true, nameof(Connection))]
    public bool IsOk => Connection is not null;
}
