using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ByokConsole.Core;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Cli;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Architecture;

/// <summary>The lines between the parts. Each rule first shows that it looks at something.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Core = typeof(CoreRegistration).Assembly;
    private static readonly Assembly Web = typeof(ByokConsole.Web.Hosting.ConsoleApplication).Assembly;
    private static readonly Assembly Sandbox = typeof(ByokConsole.Sandbox.SandboxServer).Assembly;

    [Fact]
    public void Core_Sees_No_Azure_EF_HTTP_Or_Blazor()
    {
        var references = Core.GetReferencedAssemblies().Select(reference => reference.Name!).ToList();

        Assert.Contains("FluentValidation", references);
        Assert.DoesNotContain(references, name =>
            ((string[])["Azure.", "Microsoft.EntityFrameworkCore", "System.Net.Http", "Microsoft.AspNetCore", "MudBlazor", "Quartz"]).Any(
                part => name.StartsWith(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void Pages_And_Components_Inject_No_Port_And_No_Client()
    {
        var injected = Web.GetTypes().Where(type => typeof(IComponent).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(property => property.GetCustomAttribute<InjectAttribute>() is not null)
            .ToList();

        Assert.NotEmpty(injected);
        Assert.DoesNotContain(injected, property =>
            property.PropertyType.Namespace == "ByokConsole.Core.Ports" || property.PropertyType == typeof(HttpClient)
            || property.PropertyType.Name.Contains("DbContext", StringComparison.Ordinal));
    }

    [Fact]
    public void One_File_Of_Web_Touches_The_Sandbox()
    {
        var touching = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ByokConsole.Web"), "*.*", SearchOption.AllDirectories)
            .Where(file => (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
                && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains(@"\obj\", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("using ByokConsole.Sandbox", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        Assert.Equal(["SandboxHosting.cs"], touching);
    }

    [Fact]
    public void The_Sandbox_References_None_Of_Ours()
    {
        var references = Sandbox.GetReferencedAssemblies();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, reference => reference.Name!.StartsWith("ByokConsole", StringComparison.Ordinal));
    }

    [Fact]
    public void The_Command_Line_References_None_Of_Ours()
    {
        using var file = new PEReader(File.OpenRead(ByokExecutable.Path));
        var assembly = file.GetMetadataReader();
        var references = assembly.AssemblyReferences.Select(reference => assembly.GetString(assembly.GetAssemblyReference(reference).Name)).ToList();

        Assert.Contains("System.CommandLine", references);
        Assert.DoesNotContain(references, reference => reference.StartsWith("ByokConsole", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_Check_And_Every_Step_Is_Registered()
    {
        var registered = new ServiceCollection().AddByokCore();

        AllAreRegistered<IPreflightCheck>(registered);
        AllAreRegistered<IRunStep>(registered);
        Assert.Equal(Enum.GetValues<CheckName>(), PreflightRunner.BoundOrder.Select(check => check.Name).Order());
    }

    [Fact]
    public void Every_Page_Has_A_Test_Class()
    {
        var pages = Web.GetTypes().Where(type => type.GetCustomAttributes<RouteAttribute>().Any() && type.Namespace!.Contains(".Features.", StringComparison.Ordinal))
            .Select(type => type.Name).ToList();
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "ByokConsole.Web.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains(page + "Tests", tests));
    }

    private static void AllAreRegistered<T>(IServiceCollection registered)
    {
        var types = Core.GetTypes().Where(type => typeof(T).IsAssignableFrom(type) && type is { IsAbstract: false, IsInterface: false }).ToList();
        var known = registered.Where(service => service.ServiceType == typeof(T)).ToList();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Contains(known, service => service.ImplementationType == type || service.ImplementationFactory is not null));
    }
}
