return await ByokConsole.Cli.ByokProgram.RunAsync(args);
