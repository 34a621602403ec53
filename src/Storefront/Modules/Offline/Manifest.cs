using Storefront.Shared;

namespace Storefront.Modules.Offline;

/// <summary>How the seller's pages are installed as an app: its name, its icons, what other apps may share to it.</summary>
internal static class Manifest
{
    /// <param name="language">One of ours; else the visitor's.</param>
    public static object Of(Texts texts, string? language)
    {
        var spoken = Texts.Languages.FirstOrDefault(known => known == language) ?? Texts.Language;
        return new
        {
            id = "/sell",
            lang = spoken,
            name = texts.In(spoken, "offline.app.name"),
            short_name = texts.In(spoken, "site.sell_name"),
            description = texts.In(spoken, "offline.app.description"),
            start_url = "/sell",
            scope = "/",
            display = "standalone",
            background_color = "#fbf8f1",
            theme_color = "#fbf8f1",
            icons = Icons(),
            shortcuts = new[] { Shortcut(texts.In(spoken, "offline.app.new"), "/sell/products/new"), Shortcut(texts.In(spoken, "site.sell_orders"), "/sell/orders") },
            share_target = new
            {
                action = "/sell/share",
                method = "POST",
                enctype = "multipart/form-data",
                @params = new { title = "title", text = "text", url = "url", files = new[] { new { name = "photos", accept = new[] { "image/*" } } } },
            },
        };
    }

    private static object[] Icons() =>
    [
        new { src = "/icons/app-192.png", sizes = "192x192", type = "image/png", purpose = "any" },
        new { src = "/icons/app-512.png", sizes = "512x512", type = "image/png", purpose = "any" },
        new { src = "/favicon.svg", sizes = "any", type = "image/svg+xml", purpose = "any" },
        new { src = "/icons/maskable-192.png", sizes = "192x192", type = "image/png", purpose = "maskable" },
        new { src = "/icons/maskable-512.png", sizes = "512x512", type = "image/png", purpose = "maskable" },
        new { src = "/app.svg", sizes = "any", type = "image/svg+xml", purpose = "maskable" },
    ];

    private static object Shortcut(string name, string url) => new { name, url, icons = new[] { new { src = "/icons/app-192.png", sizes = "192x192", type = "image/png" } } };
}
