using System.Text.Json.Nodes;
using ByokConsole.Sandbox.Entra;
using ByokConsole.Sandbox.Http;

namespace ByokConsole.Sandbox.ResourceManager;

/// <summary>Errors in Resource Manager's shape.</summary>
internal static class ArmErrors
{
    public static Reply Of(int status, string code, string message)
        => new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public static Reply Forbidden(Caller caller, string action, string scope)
        => Of(403, "AuthorizationFailed",
            $"The client '{caller.AppId}' with object id '{caller.ObjectId}' does not have authorization to perform action '{action}' over scope '{scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.");

    public static Reply NotFound(string what)
        => Of(404, "ResourceNotFound", $"The Resource '{what}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");

    public static Reply GroupNotFound(string group) => Of(404, "ResourceGroupNotFound", $"Resource group '{group}' could not be found.");

    public static Reply Unauthenticated(TokenProblem problem) => problem switch
    {
        TokenProblem.Missing => Of(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.")
            .With("WWW-Authenticate", $"Bearer authorization_uri=\"https://login.windows.net/{Seed.SeededIds.Tenant}\", error=\"invalid_token\", error_description=\"The authentication failed because of missing 'Authorization' header.\""),
        TokenProblem.Expired => Of(401, "ExpiredAuthenticationToken", "The access token expiry UTC time is earlier than current UTC time."),
        TokenProblem.Audience => Of(401, "InvalidAuthenticationTokenAudience", "The access token has been obtained for the wrong audience or resource."),
        _ => Of(401, "InvalidAuthenticationToken", "The access token is invalid."),
    };
}
