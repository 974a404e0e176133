namespace ByokConsole.Web.Hosting;

/// <summary>The theme that the person chose: a cookie, so that the first paint is already right. Until then the system's.</summary>
public static class ThemeChoice
{
    public const string Cookie = "theme";

    public static string Of(HttpRequest request)
        => request.Cookies[Cookie] is "light" or "dark" ? request.Cookies[Cookie]! : "system";
}
