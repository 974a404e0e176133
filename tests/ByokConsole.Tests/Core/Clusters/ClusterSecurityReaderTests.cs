using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Identifiers;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Clusters;

public sealed class ClusterSecurityReaderTests
{
    private readonly InMemoryKafkaClusters _clusters = new();
    private readonly InMemoryKeyRegistrations _registrations = new();
    private readonly InMemoryVaultKeys _keys = new();
    private readonly InMemoryRunStore _runs = new();
    private readonly ClusterSecurityReader _reader;

    public ClusterSecurityReaderTests()
    {
        _clusters.Clusters.Add(Samples.Cluster);
        _registrations.Registrations.Add(Samples.Registration);
        _keys.Versions[KeyIdentifier.Parse(Samples.StagingKey)] = [InMemoryVaultKeys.Version(Samples.StagingKey, 'a', Samples.Noon.AddDays(-30))];
        _reader = new(_clusters, _registrations, _keys, new KeyAttestations(_runs), new FakeTimeProvider(Samples.Noon));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bound_cluster_tells_registration_versions_and_what_to_check()
    {
        _runs.Put(Samples.Run with { State = RunState.Succeeded, Facts = new RunFacts { ClusterId = "lkc-st4g1n" } });

        var report = (await _reader.ReadAsync(Samples.Staging, "lkc-st4g1n", Token)).Value;

        Assert.True(report.IsSelfManaged);
        Assert.Equal(Samples.Registration.ApplicationId, report.Key?.ApplicationId);
        Assert.Equal(new string('a', 32), Assert.Single(report.Versions!.Value).Version);
        Assert.Equal("lkc-st4g1n", report.Subject.BoundClusterId);
        Assert.Equal(("westeurope", "cck-st4g1", true), (report.Subject.Region, report.Subject.RegistrationId, report.Subject.MaterialGenerated));
        Assert.Equal((Samples.Registration.Vault, Samples.Registration.Key, Samples.Tenant), (report.Subject.Vault, report.Subject.Key, report.Subject.TenantId));
        Assert.Equal($"https://portal.azure.com/#@{Samples.Tenant}/resource{Samples.Registration.Vault}", report.PortalAddress?.ToString());
    }

    [Fact]
    public async Task An_automatic_cluster_has_nothing_more_to_tell()
    {
        _clusters.Clusters[0] = Samples.Cluster with { KeyRegistrationId = null };

        var report = (await _reader.ReadAsync(Samples.Staging, "lkc-st4g1n", Token)).Value;

        Assert.False(report.IsSelfManaged);
        Assert.Null(report.Registration);
        Assert.Null(report.Versions);
    }

    [Fact]
    public async Task A_registration_that_cannot_be_read_leaves_the_rest_of_the_page()
    {
        _registrations.Fault = Samples.Unreachable;

        var report = (await _reader.ReadAsync(Samples.Staging, "lkc-st4g1n", Token)).Value;

        Assert.Equal(FaultKind.Unreachable, report.Registration?.Fault?.Kind);
        Assert.Equal("cck-st4g1", report.Subject.RegistrationId);
        Assert.Null(report.PortalAddress);
    }

    [Fact]
    public async Task Versions_behind_a_firewall_are_a_fault_of_their_own()
    {
        _keys.Fault = new CloudFault(CloudService.KeyVault, FaultKind.ForbiddenByFirewall, "Client address is not authorized.");

        var report = (await _reader.ReadAsync(Samples.Staging, "lkc-st4g1n", Token)).Value;

        Assert.Equal(FaultKind.ForbiddenByFirewall, report.Versions?.Fault?.Kind);
        Assert.NotNull(report.Key);
    }

    [Fact]
    public async Task Dates_of_the_clouds_are_seen_from_the_clouds_own_clock()
    {
        _clusters.CloudTime = Samples.Noon.AddDays(5);

        var report = (await _reader.ReadAsync(Samples.Staging, "lkc-st4g1n", Token)).Value;

        Assert.Equal(TimeSpan.FromDays(5), report.CloudAhead);
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_a_fault()
    {
        var answer = await _reader.ReadAsync(Samples.Staging, "lkc-none", Token);

        Assert.Equal(FaultKind.NotFound, answer.Fault?.Kind);
    }
}
