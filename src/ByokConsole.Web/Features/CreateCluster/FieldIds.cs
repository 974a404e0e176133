using ByokConsole.Core.Drafts;

namespace ByokConsole.Web.Features.CreateCluster;

/// <summary>Element ids of the wizard's fields: focus and error descriptions find them by these.</summary>
public static class FieldIds
{
    public static string Of(DraftField field) => $"field-{field}";

    public static string ErrorOf(DraftField field) => $"field-{field}-error";
}
