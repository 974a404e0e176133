using ByokConsole.Sandbox.Hosting;

return await SandboxProgram.RunAsync(args, Console.Out, Console.Error);
