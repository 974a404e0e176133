using ByokConsole.Adapters;
using ByokConsole.Core.Clouds;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Adapters;

/// <summary>What a person who reads the log sees of a refusal that comes again and again.</summary>
public sealed class CloudLogTests
{
    private static readonly CloudFault Refused = new(CloudService.KeyVault, FaultKind.ForbiddenByRbac, "Could not read key orders-cmk.")
    {
        Status = 403, Code = "ForbiddenByRbac", RequestId = "4f0c",
    };

    private readonly FakeTimeProvider _time = new();
    private readonly InformationLog _seen = new();

    [Fact]
    public void A_refusal_is_told_with_all_that_is_known_of_it()
    {
        new CloudLog(_time).Fault(_seen, Refused);

        Assert.Equal(["Could not read key orders-cmk. (KeyVault, ForbiddenByRbac, status 403, code ForbiddenByRbac, request 4f0c)"], _seen.Lines);
    }

    [Fact]
    public void The_same_refusal_is_told_once_and_again_only_after_a_while()
    {
        var log = new CloudLog(_time);

        for (var look = 0; look < 120; look++)
        {
            log.Fault(_seen, Refused with { RequestId = $"request {look}" });
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Single(_seen.Lines);
        log.Fault(_seen, Refused);
        Assert.Equal(2, _seen.Lines.Count);
    }

    [Fact]
    public void Another_refusal_is_told_at_once()
    {
        var log = new CloudLog(_time);
        log.Fault(_seen, Refused);

        log.Fault(_seen, Refused with { Message = "Could not read key payments-cmk." });

        Assert.Equal(2, _seen.Lines.Count);
    }

    [Fact]
    public void That_something_is_not_there_is_not_told()
    {
        new CloudLog(_time).Fault(_seen, Refused with { Kind = FaultKind.NotFound });

        Assert.Empty(_seen.Lines);
    }

    /// <summary>The console's log as it is by default.</summary>
    private sealed class InformationLog : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Lines.Add(formatter(state, exception));
    }
}
