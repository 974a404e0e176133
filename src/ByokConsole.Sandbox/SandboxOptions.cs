namespace ByokConsole.Sandbox;

/// <summary>How a sandbox starts.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port tried first when none is asked for.</summary>
    public const int DefaultPort = 5443;

    /// <summary>Port on loopback; 0 for any free one; null for <see cref="DefaultPort"/> or the next free one after it.</summary>
    public int? Port { get; init; }

    /// <summary>Everything is kept in <c>sandbox/</c> below this folder.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Throws the kept state away and starts with the seeded world.</summary>
    public bool Reset { get; init; }

    /// <summary>Real time; the sandbox's own clock runs ahead of it as far as it was moved.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the sandbox logs; null for nowhere.</summary>
    public ILoggerFactory? Logging { get; init; }
}
