using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storefront.Shared;

/// <summary>One module's part of the demo market. Run once on an empty database in Development, in the order of <see cref="Order"/>, through real use cases.</summary>
public interface IDemoStep
{
    int Order { get; }

    Task RunAsync(CancellationToken cancel);
}

/// <summary>The tables of the demo market: Modules/{module}/Demo/{name}.json, embedded. Names are of the whole house.</summary>
public static class DemoTables
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<T> Read<T>(string name)
    {
        using var stream = typeof(DemoTables).Assembly.GetManifestResourceStream($"demo/{name}")!;
        return JsonSerializer.Deserialize<List<T>>(stream, Options)!;
    }
}
