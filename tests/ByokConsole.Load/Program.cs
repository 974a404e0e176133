using ByokConsole.Load;

return await LoadProgram.RunAsync(args);
