namespace Storefront.Browser.Steps;

/// <summary>A journey in a real browser, once a language. Skipped, with its reason, only where no Chromium is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JourneyAttribute : TheoryAttribute
{
    public JourneyAttribute()
    {
        if (Chromium.Path is null) Skip = "No Chromium is installed here (set CHROMIUM to its path, or install the package chromium).";
    }
}
