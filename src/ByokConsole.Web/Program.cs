using ByokConsole.Web.Hosting;

return await ConsoleApplication.RunAsync(args);
