using ByokConsole.Core.Clouds;
using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Drafts;

/// <summary>A draft can take away the registration it made, and only that one.</summary>
public sealed class DraftServiceTests
{
    private readonly InMemoryDraftStore _drafts = new();
    private readonly InMemoryKeyRegistrations _registrations = new();
    private readonly InMemoryRunStore _runs = new();
    private readonly DraftService _service;

    public DraftServiceTests()
    {
        _service = new DraftService(_drafts, _registrations, _runs, new FakeTimeProvider());
        _registrations.Registrations.Add(Registration("AVAILABLE"));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_New_Draft_Has_An_Id_For_Its_Address_And_Is_Kept()
    {
        var draft = await _service.CreateAsync("env-1", Token);

        Assert.Matches("^d-[0-9a-z]{8}$", draft.Id);
        Assert.Equal(draft.Id, (await _service.FindAsync(draft.Id, Token))!.Id);
    }

    [Fact]
    public async Task A_Save_Over_Another_Tabs_Is_Refused_And_One_Of_A_Discarded_Draft_Too()
    {
        var mine = await _service.CreateAsync("env-1", Token);
        var theirs = (await _service.FindAsync(mine.Id, Token))!;

        Assert.Equal(SaveOutcome.Saved, await _service.SaveAsync(theirs, Token));
        Assert.Equal(SaveOutcome.ChangedElsewhere, await _service.SaveAsync(mine, Token));
        Assert.Null(await _service.DiscardAsync(mine.Id, false, Token));
        Assert.Equal(SaveOutcome.Gone, await _service.SaveAsync(mine, Token));
    }

    [Theory]
    [InlineData(true, true, 0)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    public async Task Discarding_Deletes_The_Registration_Only_If_Asked_And_Only_If_Made_Here(bool madeHere, bool delete, int remaining)
    {
        var draft = await RegisteredAsync(madeHere);

        Assert.Null(await _service.DiscardAsync(draft.Id, delete, Token));

        Assert.Null(await _service.FindAsync(draft.Id, Token));
        Assert.Equal(remaining, _registrations.Registrations.Count);
    }

    [Fact]
    public async Task A_Registration_That_Serves_A_Cluster_Is_Not_Deleted_And_The_Draft_Stays()
    {
        _registrations.Registrations[0] = Registration("IN_USE");
        var draft = await RegisteredAsync(madeHere: true);

        var fault = await _service.DiscardAsync(draft.Id, true, Token);

        Assert.Equal(FaultKind.Conflict, fault!.Kind);
        Assert.NotNull(await _service.FindAsync(draft.Id, Token));
        Assert.Single(_registrations.Registrations);
    }

    [Fact]
    public async Task A_Cloud_That_Does_Not_Answer_Keeps_The_Draft()
    {
        var draft = await RegisteredAsync(madeHere: true);
        _registrations.Fault = new CloudFault(CloudService.ConfluentCloud, FaultKind.Unreachable, "No answer.");

        var fault = await _service.DiscardAsync(draft.Id, true, Token);

        Assert.Equal(FaultKind.Unreachable, fault!.Kind);
        Assert.NotNull(await _service.FindAsync(draft.Id, Token));
    }

    [Fact]
    public async Task Changing_The_Key_Unlocks_The_Fields_And_Deletes_What_Was_Made_Here()
    {
        var draft = await RegisteredAsync(madeHere: true);

        Assert.Null(await _service.ReleaseRegistrationAsync(draft, delete: true, Token));

        Assert.Equal((null, null, false), (draft.RegistrationId, draft.ApplicationId, draft.RegistrationMadeHere));
        Assert.Empty(_registrations.Registrations);
    }

    private static KeyRegistration Registration(string state) => new() { Id = "cck-1", KeyText = "https://kv-a.vault.azure.net/keys/k", State = state };

    private async Task<ClusterDraft> RegisteredAsync(bool madeHere)
    {
        var draft = await _service.CreateAsync("env-1", Token);
        (draft.RegistrationId, draft.ApplicationId, draft.RegistrationMadeHere) = ("cck-1", Guid.NewGuid(), madeHere);
        await _service.SaveAsync(draft, Token);
        return draft;
    }
}
