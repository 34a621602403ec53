using System.Text.Json;

namespace Storefront.Load.Servers;

/// <summary>An answer of the shop, kept to be given again.</summary>
internal sealed record KeptAnswer(string Path, Dictionary<string, string> Headers, byte[] Body)
{
    public const string File = "answers.json";
}

/// <summary>Yardstick A: the bytes and headers of the shop's own compressed answers, from memory, with nothing in between.</summary>
internal static class BytesServer
{
    public static WebApplication Build(string folder, string[] settings)
    {
        var kept = JsonSerializer.Deserialize<List<KeptAnswer>>(File.ReadAllBytes(Path.Combine(folder, KeptAnswer.File)))!.ToDictionary(answer => answer.Path);
        var builder = WebApplication.CreateBuilder(settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(async context =>
        {
            var answer = kept[context.Request.Path];
            foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.BodyWriter.WriteAsync(answer.Body);
        });
        return app;
    }
}
