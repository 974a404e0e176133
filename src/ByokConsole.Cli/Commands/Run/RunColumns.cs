using ByokConsole.Cli.Api.Wire;
using ByokConsole.Cli.Output;

namespace ByokConsole.Cli.Commands.Run;

/// <summary>What is shown of a run.</summary>
internal static class RunColumns
{
    public static IReadOnlyList<Column<ConsoleRun>> OfList { get; } =
    [
        new("ID", run => run.Id),
        new("Kind", run => Words.Plain(run.Kind)),
        new("Subject", run => run.Subject),
        new("State", run => Words.Plain(run.State)),
        new("Step", run => run.Current?.Title),
        new("Started At", run => Words.Date(run.CreatedAt)),
        new("Ended At", run => Words.Date(run.EndedAt)),
    ];

    public static IReadOnlyList<Column<ConsoleRun>> OfOne { get; } =
    [
        new("ID", run => run.Id),
        new("Kind", run => Words.Plain(run.Kind)),
        new("Subject", run => run.Subject),
        new("State", run => Words.Plain(run.State)),
        new("Environment", run => run.EnvironmentId),
        new("Registration", run => run.RegistrationId),
        new("Application", run => run.ApplicationId),
        new("Cluster", run => run.ClusterId),
        new("Started By", run => run.StartedBy),
        new("Started At", run => Words.Date(run.CreatedAt)),
        new("Ended At", run => Words.Date(run.EndedAt)),
        new("Looks Next", run => run.HasEnded ? null : Words.Date(run.NextLookAt)),
        new("Steps", run => string.Join('\n', run.Steps.Select(step => $"{step.Title}: {Words.Plain(step.State)}"))),
        new("Question", run => run.Question is { } question ? string.Join('\n', [question.Text, .. question.Choices.Select(choice => $"  {choice.Id}: {choice.Label}")]) : null),
        new("Rejection", run => run.Rejection is { } rejection ? $"{rejection.Reason}\n{rejection.WhatExists}" : null),
        new("Page", run => run.Page),
    ];
}
