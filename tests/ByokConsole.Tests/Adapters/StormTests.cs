using System.Diagnostics;
using System.Net;
using ByokConsole.Core.Clouds;
using ByokConsole.Core.Identifiers;
using ByokConsole.Sandbox.Faults;
using ByokConsole.Tests.Adapters.AzureCloud;
using ByokConsole.Tests.Adapters.ConfluentCloud;

namespace ByokConsole.Tests.Adapters;

/// <summary>
/// 30% of all requests are one too many, 20% meet a server that fails, 5% a connection that breaks: what the one retry layer of each client
/// makes of it.
/// </summary>
public sealed class StormTests : IDisposable
{
    private const int Calls = 150;

    /// <summary>A timer of the machine may fire that much before its time.</summary>
    private static readonly TimeSpan TimerSlack = TimeSpan.FromMilliseconds(16);

    private readonly CloudPorts _ports = new();
    private readonly StormyWeather _weather = new(new Storm { Seed = 20, TooManyRequests = 30, ServerErrors = 20, Resets = 5, RetryAfter = 1 });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _ports.Dispose();

    [Fact]
    public async Task Reads_of_confluent_cloud_come_through_or_end_with_a_fault_that_passes_and_never_press()
    {
        _ports.Cloud.On(
            HttpMethod.Get, RegistrationScript.Keys,
            request => _weather.Answer(request, () => ScriptedCloud.Answer(HttpStatusCode.OK, RegistrationScript.Registration("cck-1"))));

        var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => _ports.Registrations.GetAsync($"cck-{i}", Cancellation)));

        HoldsUp([.. answers.Select(answer => answer.Fault)]);
    }

    [Fact]
    public async Task Reads_of_a_vault_come_through_or_end_with_a_fault_that_passes_and_never_press()
    {
        _ports.Cloud.WithVault(request => _weather.Answer(request, () => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key())));

        var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(
            i => _ports.Keys.GetAsync(KeyIdentifier.Create("kv-orders-eus", $"key-{i}"), Cancellation)));

        HoldsUp([.. answers.Select(answer => answer.Fault)]);
    }

    [Fact]
    public async Task What_creates_is_sent_once_whatever_befalls_it()
    {
        _ports.Cloud.On(
            HttpMethod.Post, RegistrationScript.Keys,
            request => _weather.Answer(request, () => ScriptedCloud.Answer(HttpStatusCode.Created, RegistrationScript.Registration("cck-1"))));
        _ports.Cloud.WithVault(
            request => _weather.Answer(request, () => ScriptedCloud.Answer(HttpStatusCode.OK, VaultScript.Key())), method: HttpMethod.Post);

        for (var i = 0; i < Calls; i++)
        {
            await _ports.Registrations.CreateAsync(RegistrationScript.New, Cancellation);
            await _ports.Keys.CreateRsaAsync("kv-orders-eus", $"key-{i}", 2048, Cancellation);
        }

        Assert.Equal(Calls * 2, _weather.Attempts.Sum(attempts => attempts.Count));
    }

    private void HoldsUp(IReadOnlyList<CloudFault?> faults)
    {
        Assert.Equal(Calls, _weather.Attempts.Count);
        var attempts = _weather.Attempts.Sum(one => one.Count);
        // The storm was one, and was met with patience: three more attempts at most, and no more than two for each call altogether.
        Assert.InRange(attempts, Calls * 3 / 2, Calls * 3);
        Assert.InRange(_weather.Attempts.Max(one => one.Count), 3, 4);
        Assert.InRange(faults.Count(fault => fault is null), Calls * 3 / 4, Calls);
        Assert.All(faults.OfType<CloudFault>(), fault => Assert.True(fault.IsTransient, fault.Message));
        foreach (var (before, after) in _weather.Attempts.SelectMany(one => one.Zip(one.Skip(1))).Where(pair => pair.First.Status is HttpStatusCode.TooManyRequests))
            Assert.InRange(Stopwatch.GetElapsedTime(before.At, after.At), TimeSpan.FromSeconds(1) - TimerSlack, TimeSpan.MaxValue);
    }
}
