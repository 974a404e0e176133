namespace ByokConsole.Core.AsCode.Grants;

/// <summary>The languages in which a grant can be written down, the first being the one that is offered first.</summary>
public enum GrantForm
{
    Az,
    PowerShell,
    Bicep,
    Terraform,
    Rest,
}
