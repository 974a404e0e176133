using ByokConsole.Core.Confluent;
using ByokConsole.Core.Drafts;
using ByokConsole.Tests.Builders;

namespace ByokConsole.Tests.Core.Drafts;

/// <summary>"Use existing": what can be chosen comes first, the rest says why not.</summary>
public sealed class RegistrationChoicesTests
{
    private static readonly KeyRegistration Good = Samples.Registration with { State = "AVAILABLE" };

    public static TheoryData<string, KeyRegistration, string?> Cases => new()
    {
        { "good", Good, null },
        { "region in other letters", Good with { Validation = Valid("West Europe") }, null },
        { "region not told", Good with { Validation = Valid(null) }, null },
        { "no key", Good with { Key = null }, "It is not a key in Azure Key Vault." },
        { "no vault", Good with { Vault = null }, "It is not a key in Azure Key Vault." },
        { "in use", Good with { State = "IN_USE" }, "It is in use, or was released less than five days ago." },
        { "a state of tomorrow", Good with { State = "RETIRED" }, "Its state is RETIRED." },
        { "not validated", Good with { Validation = null }, "Confluent finds it not validated." },
        { "initializing", Good with { Validation = new("INITIALIZING", null, null, null) }, "Confluent finds it INITIALIZING." },
        { "invalid", Good with { Validation = new("INVALID", null, "The key is disabled.", null) }, "Confluent finds it INVALID: The key is disabled." },
        { "elsewhere", Good with { Validation = Valid("eastus") }, "It is in eastus; the cluster will be in westeurope." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_Says_Why_It_Cannot_Be_Chosen(string what, KeyRegistration registration, string? reason)
    {
        var choice = Assert.Single(await ListAsync("westeurope", registration));

        Assert.Equal((what, reason), (what, choice.Reason));
    }

    [Fact]
    public async Task Without_A_Region_None_Is_In_The_Wrong_One() => Assert.Null(Assert.Single(await ListAsync(null, Good with { Validation = Valid("eastus") })).Reason);

    [Fact]
    public async Task Those_That_Can_Be_Chosen_Come_First_And_Keep_Their_Order()
    {
        var choices = await ListAsync("westeurope", Good with { Id = "cck-1", State = "IN_USE" }, Good with { Id = "cck-2" }, Good with { Id = "cck-3", Key = null }, Good with { Id = "cck-4" });

        Assert.Equal(["cck-2", "cck-4", "cck-1", "cck-3"], choices.Select(choice => choice.Registration.Id));
    }

    [Fact]
    public async Task A_Cloud_That_Does_Not_Answer_Is_No_Empty_List()
    {
        var registrations = new InMemoryKeyRegistrations { Fault = Samples.Unreachable };

        Assert.Equal(Samples.Unreachable, (await new RegistrationChoices(registrations).ListAsync("westeurope", TestContext.Current.CancellationToken)).Fault);
    }

    private static KeyValidation Valid(string? region) => new("VALID", Samples.Noon, null, region);

    private static async Task<IReadOnlyList<RegistrationChoice>> ListAsync(string? region, params KeyRegistration[] registrations)
    {
        var port = new InMemoryKeyRegistrations();
        port.Registrations.AddRange(registrations);
        return (await new RegistrationChoices(port).ListAsync(region, TestContext.Current.CancellationToken)).Value;
    }
}
