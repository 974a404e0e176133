namespace ByokConsole.Sandbox.Http;

/// <summary>One layer of the sandbox: takes a call, answers it or asks the layer below.</summary>
public delegate Task<Reply> Layer(Call call, CancellationToken cancellationToken);
