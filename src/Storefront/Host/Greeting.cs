using Storefront.Shared;

namespace Storefront.Host;

/// <summary>Tells whoever started the demo market where it is and how to get in. Plain lines: a log's frame would make them hard to read and copy.</summary>
internal static class Greeting
{
    public static void GreetOnStart(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var texts = app.Services.GetRequiredService<Texts>();
        string[] open = [.. Texts.Languages.Select(language => texts.In(language, "site.open_at", string.Join(' ', app.Urls)))];
        foreach (var line in open.Concat(app.Services.GetServices<IGreeting>().SelectMany(greeting => greeting.Lines))) Console.WriteLine(line);
    });
}
