using ByokConsole.Resilience;

return await ResilienceProgram.RunAsync(args);
