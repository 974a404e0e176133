using System.Text.Json.Nodes;
using ByokConsole.Adapters;
using ByokConsole.Core;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Ports;
using ByokConsole.Core.Preflight;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Vaults;
using ByokConsole.Sandbox;
using ByokConsole.Tests.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace ByokConsole.Tests.Preflight;

/// <summary>The real checks over the real adapters over a sandbox of its own, and the sandbox's knobs.</summary>
public sealed class PreflightWorld : IAsyncLifetime
{
    public static readonly VaultResourceId Vault = VaultResourceId.Create(
        Guid.Parse("6f1c2a9e-5c1b-4a0e-8e0d-0b8a6f1f2c11"), "rg-streaming", "kv-orders-eus");

    public static readonly KeyIdentifier Key = KeyIdentifier.Create("kv-orders-eus", "orders-cmk");
    public static readonly Guid Tenant = Guid.Parse("0c5ff2e1-7f0e-4a86-9b8b-6a1d2f0d9e11");

    private readonly string _folder = Directory.CreateTempSubdirectory("byok-preflight-").FullName;
    private SandboxServer? _sandbox;
    private ServiceProvider? _services;
    private SandboxCaller? _cloud;

    /// <summary>A registration of the key with its grants in force.</summary>
    public KeyRegistration Registration { get; private set; } = null!;

    public KeySubject Good => new()
    {
        Vault = Vault, Key = Key, TenantId = Tenant, Region = "eastus", RegistrationId = Registration.Id, MaterialGenerated = true,
    };

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = _folder, Port = 0 });
        var connection = SandboxEnvironmentFile.Read(_sandbox.EnvFile).Connection!;
        _services = new ServiceCollection()
            .AddLogging().AddSingleton(connection).AddAzureCloud().AddConfluentCloud().AddByokCore()
            .AddSingleton<IKeyBindings, NoBindings>()
            .BuildServiceProvider();
        _cloud = new SandboxCaller(_sandbox.EnvFile);
        await ControlAsync(HttpMethod.Patch, "settings", new JsonObject { ["propagationSeconds"] = 0, ["validationSeconds"] = 0 });
        Registration = await RegisterAsync();
        await GrantAsync();
        await UntilAsync(CheckName.GrantInForce, CheckState.Pass, () => Good);
    }

    public async ValueTask DisposeAsync()
    {
        _cloud?.Dispose();
        if (_services is not null)
            await _services.DisposeAsync();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public T Get<T>()
        where T : notnull
        => _services!.GetRequiredService<T>();

    public async Task<CheckResult> AskAsync(CheckName check, KeySubject subject)
    {
        await foreach (var result in Get<PreflightRunner>().RunAsync(subject, TestContext.Current.CancellationToken))
        {
            if (result.Check == check)
                return result;
        }

        throw new InvalidOperationException($"{check} did not answer.");
    }

    /// <summary>Asks again until the check answers so; the cloud's own pace is what is waited for.</summary>
    public Task<CheckResult> UntilAsync(CheckName check, CheckState state, Func<KeySubject> subject)
        => Poll.UntilAsync(() => AskAsync(check, subject()), result => result.State == state, $"{check} is {state}");

    /// <summary>Turns one of the sandbox's own knobs.</summary>
    public async Task ControlAsync(HttpMethod method, string path, JsonObject? body)
        => Assert.InRange((await _cloud!.ControlAsync(method, "/" + path, body)).Status, 200, 299);

    /// <summary>Asks Resource Manager as the operator.</summary>
    public async Task ArmAsync(HttpMethod method, string path, string apiVersion, JsonObject? body = null)
        => Assert.InRange((await _cloud!.AzureAsync(method, $"https://management.azure.com{path}?api-version={apiVersion}", body)).Status, 200, 299);

    public async Task GrantAsync()
    {
        var grants = Get<IAccessGrants>();
        var principal = Require(await grants.EnsureServicePrincipalAsync(Registration.ApplicationId!.Value, TestContext.Current.CancellationToken));
        foreach (var role in KeyVaultRole.OfGrant)
            Require(await grants.AssignAsync(Vault, role, principal.ObjectId, TestContext.Current.CancellationToken));
    }

    /// <summary>The roles that the registration's application has at the vault.</summary>
    public async Task<IReadOnlyList<RoleAssignment>> AssignmentsAsync()
    {
        var grants = Get<IAccessGrants>();
        var principal = Require(await grants.FindServicePrincipalAsync(Registration.ApplicationId!.Value, TestContext.Current.CancellationToken));
        return Require(await grants.ListAssignmentsAsync(Vault, principal.ObjectId, TestContext.Current.CancellationToken));
    }

    private async Task<KeyRegistration> RegisterAsync()
        => Require(await Get<IKeyRegistrations>().CreateAsync(new(Key, Vault, Tenant, "flips"), TestContext.Current.CancellationToken));

    private static T Require<T>(Answer<T> answer)
        where T : notnull
        => answer.IsOk ? answer.Value : throw new InvalidOperationException(answer.Fault.Message);

    private sealed class NoBindings : IKeyBindings
    {
        public Task<IReadOnlyList<KeyBinding>> OfKeyAsync(KeyIdentifier key, CancellationToken cancellationToken)
            => Task.FromResult<IReadOnlyList<KeyBinding>>([]);

        public Task RecordAsync(KeyBinding binding, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CloseAsync(string registrationId, string clusterId, DateTimeOffset to, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
