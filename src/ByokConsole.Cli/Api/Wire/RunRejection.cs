namespace ByokConsole.Cli.Api.Wire;

/// <summary>Why a run failed.</summary>
internal sealed record RunRejection
{
    public required string Reason { get; init; }
    public string WhatExists { get; init; } = "";
    public IReadOnlyList<ProblemError>? Errors { get; init; }
    public string? Code { get; init; }
    public string? RequestId { get; init; }
}
