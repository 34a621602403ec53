using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storefront.Shared;

/// <summary>One module's part of the demo market. Run once on an empty database in Development, in the order of <see cref="Order"/>, through real use cases.</summary>
public interface IDemoStep
{
    int Order { get; }

    Task RunAsync(CancellationToken cancel);
}

/// <summary>
/// The tables of the demo market: Modules/{module}/Demo/{name}.json, embedded. A name is known in the whole house: the orders' table tells one module
/// what is bought, another whether it is paid and a third how far it has come; each reads the columns it knows.
/// </summary>
public static class DemoTables
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<T> Read<T>(string name)
    {
        using var stream = typeof(DemoTables).Assembly.GetManifestResourceStream($"demo/{name}")!;
        return JsonSerializer.Deserialize<List<T>>(stream, Options)!;
    }
}
