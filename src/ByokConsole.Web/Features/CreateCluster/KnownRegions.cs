using ByokConsole.Web.Shared;

namespace ByokConsole.Web.Features.CreateCluster;

/// <summary>
/// Azure regions in which Confluent Cloud has been seen to offer Dedicated clusters. No published list is complete, so
/// this only helps the search: a region that is not here is let through with a note.
/// </summary>
public static class KnownRegions
{
    public static IReadOnlyDictionary<string, string> Names { get; } = new SortedDictionary<string, string>
    {
        ["australiaeast"] = "Australia East",
        ["brazilsouth"] = "Brazil South",
        ["canadacentral"] = "Canada Central",
        ["centralindia"] = "Central India",
        ["centralus"] = "Central US",
        ["eastasia"] = "East Asia",
        ["eastus"] = "East US",
        ["eastus2"] = "East US 2",
        ["francecentral"] = "France Central",
        ["germanywestcentral"] = "Germany West Central",
        ["japaneast"] = "Japan East",
        ["jioindiawest"] = "Jio India West",
        ["koreacentral"] = "Korea Central",
        ["mexicocentral"] = "Mexico Central",
        ["northeurope"] = "North Europe",
        ["norwayeast"] = "Norway East",
        ["qatarcentral"] = "Qatar Central",
        ["southafricanorth"] = "South Africa North",
        ["southcentralus"] = "South Central US",
        ["southeastasia"] = "Southeast Asia",
        ["spaincentral"] = "Spain Central",
        ["swedencentral"] = "Sweden Central",
        ["switzerlandnorth"] = "Switzerland North",
        ["uksouth"] = "UK South",
        ["westeurope"] = "West Europe",
        ["westus2"] = "West US 2",
    };

    public static IEnumerable<string> Search(string? text)
        => Names
            .Where(region => string.IsNullOrWhiteSpace(text)
                || region.Key.Contains(text.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
                || region.Value.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(region => region.Key);

    /// <summary>The region that somebody who typed this most likely meant: at most two letters differ. Null when none is that near.</summary>
    public static string? Nearest(string typed)
        => Names.Keys.Select(name => (Name: name, Edits: EditDistance.Between(typed, name))).Where(one => one.Edits is 1 or 2).OrderBy(one => one.Edits).FirstOrDefault().Name;
}
