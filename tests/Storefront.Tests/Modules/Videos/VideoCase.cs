using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Videos;
using Storefront.Modules.Videos.Platforms;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Videos;

/// <summary>One pasted text and the answer it must get. Our own people and ids are invented, the forms are the apps'.</summary>
internal sealed record VideoCase(
    string Input, string? Platform, string Kind, string? Id, string? Canonical, string? Embed, bool NeedsResolve,
    IReadOnlyList<string>? Also, IReadOnlyList<string>? Tags, string? Caption, IReadOnlyList<string>? Hashtags, string? Hint)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static VideoCase Parse(string line) => JsonSerializer.Deserialize<VideoCase>(line, Json)!;

    public static string KindName(VideoKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>What the reader says, in the words of the data files.</summary>
    public static string Answer(ReadShareText.Result result) => Line(
        result.Link?.Platform, KindName(result.Link?.Kind ?? VideoKind.NotAVideo), result.Link?.Id, result.Link?.Canonical,
        result.Link?.Embed, result.Link?.NeedsResolve ?? false, result.Others.Select(other => other.Id));

    public string Expected() => Line(Platform, Kind, Id, Canonical, Embed, NeedsResolve, Also ?? []);

    private static string Line(
        string? platform, string kind, string? id, string? canonical, string? embed, bool needsResolve, IEnumerable<string?> also) =>
        $"{platform ?? "-"} {kind} {id ?? "-"} {canonical ?? "-"} {embed ?? "-"} resolve={needsResolve} also=[{string.Join(' ', also)}]";
}

/// <summary>The reader as the module wires it, and the data files beside the tests.</summary>
internal static class VideoFixtures
{
    private static readonly ServiceProvider Services = Wire();

    public static ReadShareText Reader { get; } = Services.GetRequiredService<ReadShareText>();

    public static IReadOnlyList<IVideoPlatform> Platforms { get; } = [.. Services.GetServices<IVideoPlatform>()];

    public static IReadOnlyList<string> FrameOrigins { get; } = FrameOriginsWith();

    public static IVideoPlatform Platform(string name) => Platforms.Single(platform => platform.Name == name);

    /// <summary>The adapter's folder name; its twin under tests carries the same.</summary>
    public static string Folder(IVideoPlatform platform) => platform.GetType().Namespace!.Split('.')[^1];

    public static IReadOnlyList<VideoCase> CasesOf(string platform) =>
        [.. Lines($"Platforms/{Folder(Platform(platform))}/cases.jsonl")
            .Select(VideoCase.Parse)
            .Select(each => each with { Platform = platform, NeedsResolve = each.Kind == "short-link" })];

    public static IReadOnlyList<VideoCase> Strangers() => [.. Lines("strangers.jsonl").Select(VideoCase.Parse)];

    /// <summary>A file of real inputs kept beside the repository and not in it, because it quotes strangers; skipped with its reason where it is not.</summary>
    public static string[] SharedLines(string file)
    {
        var path = Path.GetFullPath(Path.Combine(Repo.Root, "../shared/data", file));
        Skip.IfNot(File.Exists(path), $"No file of real links at {path}.");
        return [.. File.ReadAllLines(path).Where(line => line.Length > 0)];
    }

    private static string[] Lines(string path) =>
        File.ReadAllLines(Path.Combine(Repo.Root, "tests/Storefront.Tests/Modules/Videos", path));

    public static IReadOnlyList<string> FrameOriginsWith(params (string Key, string Value)[] settings)
    {
        using var services = Wire(settings);
        return [.. services.GetServices<IFrameSource>().Select(source => source.Origin)];
    }

    private static ServiceProvider Wire(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        new VideosModule().AddServices(services, configuration.Build());
        return services.BuildServiceProvider(validateScopes: true);
    }
}
