namespace ByokConsole.Core.Provisioning;

/// <summary>Why a run failed, in the cloud's own words, and which fields of the draft to mend.</summary>
/// <param name="Reason">The cloud's own reason.</param>
/// <param name="Fields">Fields to highlight, mapped by pointer and check, never by the words of a message; may be empty.</param>
/// <param name="WhatExists">What exists now and what does not ("No cluster was created. Registration cck-… remains.").</param>
/// <param name="Code">The cloud's own code, or null.</param>
/// <param name="RequestId">The cloud's request id, or null.</param>
public sealed record Rejection(string Reason, IReadOnlyList<RejectedField> Fields, string WhatExists, string? Code, string? RequestId);
