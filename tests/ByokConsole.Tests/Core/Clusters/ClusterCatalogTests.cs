using ByokConsole.Core.Clouds;
using ByokConsole.Core.Clusters;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Clusters;

public sealed class ClusterCatalogTests
{
    private readonly InMemoryKafkaClusters _clusters = new();
    private readonly InMemoryKeyRegistrations _registrations = new();
    private readonly InMemoryRunStore _runs = new();
    private readonly InMemoryDraftStore _drafts = new();
    private readonly FakeTimeProvider _time = new(Samples.Noon);
    private readonly ClusterCatalog _catalog;

    public ClusterCatalogTests()
    {
        _clusters.Clusters.Add(Samples.Cluster);
        _registrations.Registrations.Add(Samples.Registration);
        _catalog = new(_clusters, _registrations, _runs, _drafts, new InMemoryKeyHealthStore(), _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cluster_shows_its_registration_and_vault_key()
    {
        var listing = await _catalog.ListAsync(Samples.Staging, fresh: false, Token);

        var row = Assert.Single(listing.Rows);
        Assert.Equal(("lkc-st4g1n", "cck-st4g1", "staging-cmk"), (row.ClusterId, row.RegistrationId, row.Key?.KeyName));
        Assert.Equal(ClusterStanding.Running, row.Standing);
        Assert.Equal(Samples.Noon, listing.AsOf);
    }

    [Fact]
    public async Task A_run_that_has_no_cluster_yet_is_a_row_of_its_own_and_comes_first()
    {
        _runs.Put(Samples.Run);

        var listing = await _catalog.ListAsync(Samples.Staging, fresh: false, Token);

        Assert.Equal(["orders-prod", "payments-staging"], listing.Rows.Select(row => row.Name));
        Assert.Equal((ClusterStanding.Requested, "run-2f81"), (listing.Rows[0].Standing, listing.Rows[0].RunId));
    }

    [Fact]
    public async Task A_run_whose_cluster_is_listed_already_shares_its_row()
    {
        _clusters.Clusters.Add(Samples.Cluster with { Id = "lkc-7x2m4d", DisplayName = "orders-prod", Phase = "PROVISIONING" });
        _runs.Put(Samples.Run with { Facts = new RunFacts { ClusterId = "lkc-7x2m4d" } });

        var listing = await _catalog.ListAsync(Samples.Staging, fresh: false, Token);

        Assert.Equal(2, listing.Rows.Count);
        Assert.Equal(("lkc-7x2m4d", "run-2f81"), (listing.Rows[0].ClusterId, listing.Rows[0].RunId));
    }

    [Theory]
    [InlineData(RunState.Succeeded)]
    [InlineData(RunState.Failed)]
    [InlineData(RunState.Cancelled)]
    public async Task A_run_that_ended_is_no_row(RunState end)
    {
        _runs.Put(Samples.Run with { State = end });

        var listing = await _catalog.ListAsync(Samples.Staging, fresh: false, Token);

        Assert.Equal("payments-staging", Assert.Single(listing.Rows).Name);
        Assert.False(listing.IsMoving);
    }

    [Fact]
    public async Task Runs_and_drafts_of_another_environment_stay_there()
    {
        _runs.Put(Samples.Run with { EnvironmentId = "env-9kx2v" });
        await _drafts.AddAsync(Draft("d-1", "env-9kx2v"), Token);
        await _drafts.AddAsync(Draft("d-2", Samples.Staging), Token);

        var listing = await _catalog.ListAsync(Samples.Staging, fresh: false, Token);

        Assert.Single(listing.Rows);
        Assert.Equal(1, listing.Drafts);
    }

    [Fact]
    public async Task Last_known_rows_stay_with_their_time_when_the_cloud_is_away()
    {
        await _catalog.ListAsync(Samples.Staging, fresh: false, Token);
        _clusters.Fault = Samples.Unreachable;
        _time.Advance(TimeSpan.FromMinutes(5));

        var listing = await _catalog.ListAsync(Samples.Staging, fresh: false, Token);

        Assert.Equal(FaultKind.Unreachable, listing.Fault?.Kind);
        Assert.Equal(Samples.Noon, listing.AsOf);
        Assert.Single(listing.Rows);
    }

    [Fact]
    public async Task A_good_answer_takes_the_fault_away()
    {
        _clusters.Fault = Samples.Unreachable;
        await _catalog.ListAsync(Samples.Staging, fresh: false, Token);
        _clusters.Fault = null;

        var listing = await _catalog.ListAsync(Samples.Staging, fresh: true, Token);

        Assert.Null(listing.Fault);
        Assert.Single(listing.Rows);
    }

    [Fact]
    public async Task Registrations_that_cannot_be_read_cost_the_key_name_only()
    {
        _registrations.Fault = Samples.Unreachable;

        var listing = await _catalog.ListAsync(Samples.Staging, fresh: false, Token);

        Assert.Null(listing.Fault);
        Assert.Equal("cck-st4g1", Assert.Single(listing.Rows).RegistrationId);
    }

    [Fact]
    public async Task Pages_that_ask_at_once_cost_one_call_and_a_young_answer_none()
    {
        _clusters.Gate = new TaskCompletionSource();
        var first = _catalog.ListAsync(Samples.Staging, fresh: false, Token);
        var second = _catalog.ListAsync(Samples.Staging, fresh: true, Token);
        _clusters.Gate.SetResult();
        await Task.WhenAll(first, second);
        await _catalog.ListAsync(Samples.Staging, fresh: false, Token);

        Assert.Equal(1, _clusters.Listed);

        _time.Advance(TimeSpan.FromSeconds(2));
        await _catalog.ListAsync(Samples.Staging, fresh: false, Token);
        Assert.Equal(2, _clusters.Listed);
    }

    [Fact]
    public async Task Known_rows_are_told_without_asking_the_cloud()
    {
        Assert.Null(await _catalog.KnownAsync(Samples.Staging, Token));
        await _catalog.ListAsync(Samples.Staging, fresh: false, Token);
        _time.Advance(TimeSpan.FromHours(1));

        var known = await _catalog.KnownAsync(Samples.Staging, Token);

        Assert.Equal("lkc-st4g1n", Assert.Single(known!.Rows).ClusterId);
        Assert.Equal(1, _clusters.Listed);
    }

    [Fact]
    public async Task A_cluster_that_is_being_made_names_its_run()
    {
        _runs.Put(Samples.Run with { Facts = new RunFacts { ClusterId = "lkc-st4g1n" } });

        var found = await _catalog.FindAsync(Samples.Staging, "lkc-st4g1n", Token);
        var missing = await _catalog.FindAsync(Samples.Staging, "lkc-none", Token);

        Assert.Equal("run-2f81", found.Value.RunId);
        Assert.Equal(FaultKind.NotFound, missing.Fault?.Kind);
    }

    private static ClusterDraft Draft(string id, string environmentId)
        => new() { Id = id, EnvironmentId = environmentId, Owner = "local operator", CreatedAt = Samples.Noon, Revision = 1 };
}
