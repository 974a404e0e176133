using MudBlazor;

namespace ByokConsole.Web;

/// <summary>The palette and type scale. Colour is for status; the one accent means "yours to press, chosen, or here".</summary>
public static class Theme
{
    private static readonly string[] Sans = ["Geist", "Geist Fallback", "system-ui", "Segoe UI", "Roboto", "sans-serif"];
    /// <summary>The theme, with its colours written for elements that match <paramref name="scope"/>.</summary>
    public static MudTheme For(string scope) => new()
    {
        PseudoCss = new PseudoCss { Scope = scope },
        PaletteLight = new PaletteLight
        {
            Primary = "#0B5D68", PrimaryContrastText = "#FFFFFF", PrimaryDarken = "#084953", PrimaryLighten = "#0F7482",
            Secondary = "#46565B", SecondaryContrastText = "#FFFFFF", Tertiary = "#8A6116", TertiaryContrastText = "#FFFFFF",
            Success = "#1B6E3C", Warning = "#8A5300", Error = "#B3261E", Info = "#4A4FB8", Dark = "#12191B",
            SuccessContrastText = "#FFFFFF", WarningContrastText = "#FFFFFF", ErrorContrastText = "#FFFFFF", InfoContrastText = "#FFFFFF", DarkContrastText = "#FFFFFF",
            Background = "#F5F7F7", BackgroundGray = "#EDF1F1", Surface = "#FFFFFF",
            AppbarBackground = "#FFFFFF", AppbarText = "#12191B",
            DrawerBackground = "#F5F7F7", DrawerText = "#2A3639", DrawerIcon = "#55656A",
            TextPrimary = "#12191B", TextSecondary = "#4C5B60", TextDisabled = "#5F6E73",
            ActionDefault = "#4C5B60", ActionDisabled = "#5F6E73", ActionDisabledBackground = "#E3E8E9",
            LinesDefault = "#DFE5E6", LinesInputs = "#82929A", Divider = "#DFE5E6", DividerLight = "#E9EDEE",
            TableLines = "#E9EDEE", TableHover = "#F2F5F5", TableStriped = "#F8FAFA",
            OverlayDark = "rgba(10,18,20,0.45)", HoverOpacity = 0.05, RippleOpacity = 0.06,
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#5CC3CF", PrimaryContrastText = "#04171A", PrimaryDarken = "#7AD3DD", PrimaryLighten = "#3FAAB7",
            Secondary = "#A3B3B7", SecondaryContrastText = "#0B0F10", Tertiary = "#DDB15E", TertiaryContrastText = "#0B0F10",
            Success = "#63CB8B", Warning = "#EDB75E", Error = "#FF9389", Info = "#A9AEFF", Dark = "#E6ECED",
            SuccessContrastText = "#0B0F10", WarningContrastText = "#0B0F10", ErrorContrastText = "#0B0F10", InfoContrastText = "#0B0F10", DarkContrastText = "#0B0F10",
            Background = "#0B0F10", BackgroundGray = "#0F1516", Surface = "#131A1C",
            AppbarBackground = "#0F1516", AppbarText = "#E6ECED",
            DrawerBackground = "#0B0F10", DrawerText = "#C7D1D3", DrawerIcon = "#95A6AA",
            TextPrimary = "#E6ECED", TextSecondary = "#A0B0B4", TextDisabled = "#84959A",
            ActionDefault = "#A0B0B4", ActionDisabled = "#84959A", ActionDisabledBackground = "#1F292B",
            LinesDefault = "#263235", LinesInputs = "#6A7C81", Divider = "#263235", DividerLight = "#1E282A",
            TableLines = "#1E282A", TableHover = "#182124", TableStriped = "#151D1F",
            OverlayDark = "rgba(0,0,0,0.6)", HoverOpacity = 0.07, RippleOpacity = 0.08,
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "400", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Sans, FontSize = "1.5rem", FontWeight = "600", LineHeight = "1.25", LetterSpacing = "-0.022em" },
            H2 = new H2Typography { FontFamily = Sans, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "-0.011em" },
            H3 = new H3Typography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "-0.004em" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "400", LineHeight = "1.45", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Sans, FontSize = "0.8125rem", FontWeight = "500", LineHeight = "1.45", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "400", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Sans, FontSize = "0.8125rem", FontWeight = "400", LineHeight = "1.5", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = Sans, FontSize = "0.75rem", FontWeight = "400", LineHeight = "1.45", LetterSpacing = "normal" },
            Overline = new OverlineTypography { FontFamily = Sans, FontSize = "0.75rem", FontWeight = "500", LineHeight = "1.4", LetterSpacing = "normal", TextTransform = "none" },
            Button = new ButtonTypography { FontFamily = Sans, FontSize = "0.8125rem", FontWeight = "500", LineHeight = "1.5", LetterSpacing = "normal", TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", DrawerWidthLeft = "220px", AppbarHeight = "48px" },
    };
}
