using ByokConsole.Sandbox.Hosting;

return await SandboxProgram.RunAsync(args);
