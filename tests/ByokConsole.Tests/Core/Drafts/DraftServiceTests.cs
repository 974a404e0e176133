using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Tests.Builders;
using Microsoft.Extensions.Time.Testing;

namespace ByokConsole.Tests.Core.Drafts;

/// <summary>Drafts are saved by one tab at a time, and take away only what they made and nobody uses.</summary>
public sealed class DraftServiceTests
{
    private readonly InMemoryDraftStore _drafts = new();
    private readonly InMemoryKeyRegistrations _registrations = new();
    private readonly InMemoryRunStore _runs = new();
    private readonly FakeTimeProvider _time = new(Samples.Noon);
    private readonly DraftService _service;

    public DraftServiceTests() => _service = new DraftService(_drafts, _registrations, _runs, _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_New_Draft_Is_Kept_Under_A_Short_Id()
    {
        var draft = await _service.CreateAsync(Samples.Staging, Token);

        Assert.Matches(@"\Ad-[0-9a-z]{8}\z", draft.Id);
        Assert.Equal((Samples.Staging, DraftService.LocalOperator, Samples.Noon), (draft.EnvironmentId, draft.Owner, draft.CreatedAt));
        Assert.Equal(draft.Id, (await _service.FindAsync(draft.Id, Token))?.Id);
    }

    [Fact]
    public async Task A_Draft_In_Which_Nothing_Was_Entered_Is_Not_Listed_And_Goes_After_A_Day()
    {
        var touched = await _service.CreateAsync(Samples.Staging, Token);
        var untouched = await _service.CreateAsync(Samples.Staging, Token);
        await _service.SaveAsync(touched, Token);
        Assert.Equal(touched.Id, Assert.Single(await _service.ListAsync(Samples.Staging, Token)).Id);

        _time.Advance(TimeSpan.FromDays(1));
        await _service.CreateAsync(Samples.Staging, Token);
        Assert.NotNull(await _service.FindAsync(untouched.Id, Token));
        _time.Advance(TimeSpan.FromSeconds(1));
        await _service.CreateAsync(Samples.Staging, Token);

        Assert.Null(await _service.FindAsync(untouched.Id, Token));
        Assert.NotNull(await _service.FindAsync(touched.Id, Token));
    }

    [Fact]
    public async Task The_Second_Of_Two_Tabs_Is_Told_And_Writes_Nothing()
    {
        var id = (await _service.CreateAsync(Samples.Staging, Token)).Id;
        var (first, second) = ((await _service.FindAsync(id, Token))!, (await _service.FindAsync(id, Token))!);
        (first.DisplayName, second.DisplayName) = ("first", "second");
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(SaveOutcome.Saved, await _service.SaveAsync(first, Token));
        Assert.Equal(SaveOutcome.ChangedElsewhere, await _service.SaveAsync(second, Token));

        var kept = (await _service.FindAsync(id, Token))!;
        Assert.Equal(("first", Samples.Noon.AddMinutes(1)), (kept.DisplayName, kept.SavedAt));
    }

    [Fact]
    public async Task A_Draft_That_Was_Discarded_Is_Gone_And_Stays_So()
    {
        var draft = await _service.CreateAsync(Samples.Staging, Token);
        Assert.Null(await _service.DiscardAsync(draft.Id, deleteRegistration: false, Token));

        Assert.Equal(SaveOutcome.Gone, await _service.SaveAsync(draft, Token));
        Assert.Null(await _service.FindAsync(draft.Id, Token));
        Assert.Null(await _service.DiscardAsync(draft.Id, deleteRegistration: true, Token));
    }

    [Fact]
    public async Task While_A_Run_Is_Under_Way_Nothing_Is_Discarded_Or_Released()
    {
        var draft = await RegisteredAsync();
        draft.ActiveRunId = Samples.Run.Id;
        await _service.SaveAsync(draft, Token);
        _runs.Put(Samples.Run);

        Assert.Equal(FaultKind.Conflict, (await _service.DiscardAsync(draft.Id, deleteRegistration: true, Token))?.Kind);
        Assert.Equal(FaultKind.Conflict, (await _service.ReleaseRegistrationAsync(draft, delete: true, Token))?.Kind);

        Assert.NotNull(await _service.FindAsync(draft.Id, Token));
        Assert.NotNull(draft.RegistrationId);
        Assert.Single(_registrations.Registrations);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task The_Registration_Goes_With_The_Draft_Only_If_Asked(bool delete, int left)
    {
        var draft = await RegisteredAsync();

        Assert.Null(await _service.DiscardAsync(draft.Id, delete, Token));

        Assert.Equal(left, _registrations.Registrations.Count);
        Assert.Null(await _service.FindAsync(draft.Id, Token));
    }

    [Fact]
    public async Task A_Registration_That_Others_Made_Is_Never_Deleted()
    {
        var draft = await RegisteredAsync(madeHere: false);

        Assert.Null(await _service.DiscardAsync(draft.Id, deleteRegistration: true, Token));

        Assert.Single(_registrations.Registrations);
    }

    [Fact]
    public async Task A_Registration_That_Serves_A_Cluster_Stays_And_Keeps_The_Draft()
    {
        var draft = await RegisteredAsync(state: "IN_USE");

        Assert.Equal(FaultKind.Conflict, (await _service.DiscardAsync(draft.Id, deleteRegistration: true, Token))?.Kind);

        Assert.Single(_registrations.Registrations);
        Assert.NotNull(await _service.FindAsync(draft.Id, Token));
    }

    [Fact]
    public async Task A_Registration_Whose_Use_Cannot_Be_Seen_Is_Not_Deleted()
    {
        var draft = await RegisteredAsync();
        _registrations.LookFault = Samples.Unreachable;

        Assert.Equal(Samples.Unreachable, await _service.ReleaseRegistrationAsync(draft, delete: true, Token));

        Assert.Single(_registrations.Registrations);
        Assert.NotNull(draft.RegistrationId);
    }

    [Fact]
    public async Task A_Registration_That_Is_Gone_Already_Holds_Nobody_Up()
    {
        var draft = await RegisteredAsync();
        _registrations.Registrations.Clear();

        Assert.Null(await _service.DiscardAsync(draft.Id, deleteRegistration: true, Token));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task Releasing_Unlocks_The_Key_Fields(bool delete, int left)
    {
        var draft = await RegisteredAsync();
        draft.ApplicationId = Guid.NewGuid();

        Assert.Null(await _service.ReleaseRegistrationAsync(draft, delete, Token));

        Assert.Equal((null, null, false), (draft.RegistrationId, draft.ApplicationId, draft.RegistrationMadeHere));
        Assert.Equal(left, _registrations.Registrations.Count);
    }

    private async Task<ClusterDraft> RegisteredAsync(bool madeHere = true, string state = "AVAILABLE")
    {
        _registrations.Registrations.Add(Samples.Registration with { State = state });
        var draft = await _service.CreateAsync(Samples.Staging, Token);
        (draft.RegistrationId, draft.RegistrationMadeHere) = (Samples.Registration.Id, madeHere);
        Assert.Equal(SaveOutcome.Saved, await _service.SaveAsync(draft, Token));
        return draft;
    }
}
