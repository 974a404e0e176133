using ByokConsole.Soak;

return await SoakProgram.RunAsync(args);
