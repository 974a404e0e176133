using ByokConsole.Core.Grants;

namespace ByokConsole.Core.AsCode.Grants;

/// <summary>Writes a grant down: the service principal of a registration's application and its two roles at the vault.</summary>
public static class GrantCode
{
    /// <summary>The text, its lines ended as in Unix. It may be run again: what is there already stays as it is.</summary>
    public static string Write(GrantForm form, GrantTarget target) => form switch
    {
        GrantForm.Az => GrantInstructions.Snippet(target.Vault, target.TenantId, target.ApplicationId),
        GrantForm.PowerShell => PowerShellGrant.Write(target),
        GrantForm.Bicep => BicepGrant.Write(target),
        GrantForm.Terraform => TerraformGrant.Write(target),
        GrantForm.Rest => RestGrant.Write(target),
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form."),
    };
}
