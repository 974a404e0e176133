using ByokConsole.Core.Clouds;
using ByokConsole.Core.Drafts;
using ByokConsole.Core.Provisioning;
using ByokConsole.Core.Provisioning.Steps;

namespace ByokConsole.Tests.Core.Provisioning;

/// <summary>Registering a key.</summary>
public sealed class RegisterKeyRunTests
{
    private const string NewKey = "https://kv-orders-eus.vault.azure.net/keys/payments-cmk";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_that_is_registered_already_is_offered_under_use_existing_and_not_taken()
    {
        await using var bench = await Bench.StartAsync();

        var run = await bench.WorkAsync((await RegisterAsync(bench, Bench.KeyText)).Id);

        Assert.Equal((RunState.Failed, 0), (run.State, bench.Cloud.Posts));
        Assert.Contains("Use existing", run.Rejection!.Reason, StringComparison.Ordinal);
        Assert.Contains(Bench.Registration, run.Rejection.Reason, StringComparison.Ordinal);
        Assert.Equal(DraftField.KeyIdentifier, run.Rejection.Fields.Single().Field);
        Assert.Null((await bench.Drafts.FindAsync("d-1", Token))!.RegistrationId);
    }

    [Fact]
    public async Task After_a_lost_reply_the_registration_is_found_and_not_made_again()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);

        var run = await bench.WorkAsync((await RegisterAsync(bench)).Id);

        Assert.Equal((RunState.Succeeded, 1, 2), (run.State, bench.Cloud.Posts, bench.Cloud.Registrations.Count));
    }

    [Fact]
    public async Task A_lost_request_is_sent_again()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.RequestLost);

        var run = await bench.WorkAsync((await RegisterAsync(bench)).Id);

        Assert.Equal((RunState.Succeeded, 2, 2), (run.State, bench.Cloud.Posts, bench.Cloud.Registrations.Count));
    }

    [Fact]
    public async Task Two_registrations_of_the_key_are_asked_about()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.ReplyLost);
        var launched = await RegisterAsync(bench);
        await bench.Engine.AdvanceAsync(launched.Id, Token);
        bench.Cloud.Registrations.Add(bench.Cloud.Registrations[^1] with { Id = "cck-twin" });

        var asking = await bench.WorkAsync(launched.Id);
        Assert.Equal(RunState.NeedsPerson, asking.State);
        Assert.Equal(AnswerOutcome.Accepted, await bench.AnswerAsync(asking.Id, "cck-twin"));
        var run = await bench.WorkAsync(asking.Id);

        Assert.Equal((RunState.Succeeded, "cck-twin"), (run.State, run.Facts.RegistrationId));
    }

    [Fact]
    public async Task A_registration_older_than_the_request_is_asked_about_and_can_be_left_alone()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.RequestLost);
        var launched = await RegisterAsync(bench);
        await bench.Engine.AdvanceAsync(launched.Id, Token);
        bench.Cloud.Registrations.Add(bench.Cloud.Registrations[0] with
        {
            Id = "cck-colleague",
            Key = ByokConsole.Core.Identifiers.KeyIdentifier.Parse(NewKey),
            CreatedAt = bench.Cloud.Now.AddMinutes(-5),
        });

        var asking = await bench.WorkAsync(launched.Id);
        Assert.Equal(RunState.NeedsPerson, asking.State);
        Assert.Equal(AnswerOutcome.Accepted, await bench.AnswerAsync(asking.Id, ClusterQuestion.Stop));
        var run = await bench.WorkAsync(asking.Id);

        Assert.Equal(RunState.Failed, run.State);
        Assert.Null((await bench.Drafts.FindAsync("d-1", Token))!.RegistrationId);
    }

    [Fact]
    public async Task A_used_up_quota_is_told_in_the_clouds_words()
    {
        await using var bench = await Bench.StartAsync();
        bench.Cloud.Mishaps.Enqueue(Mishap.Refused(new CloudFault(CloudService.ConfluentCloud, FaultKind.QuotaExceeded, "20 keys are the most.") { Code = "quota_exceeded" }));

        var run = await bench.WorkAsync((await RegisterAsync(bench)).Id);

        Assert.Equal((RunState.Failed, "20 keys are the most.", "quota_exceeded"), (run.State, run.Rejection!.Reason, run.Rejection.Code));
    }

    private static async Task<Run> RegisterAsync(Bench bench, string key = NewKey)
        => await bench.Service.RegisterKeyAsync(
            await bench.SaveDraftAsync(draft => (draft.RegistrationId, draft.ApplicationId, draft.KeyIdentifier) = (null, null, key)), Token);
}
