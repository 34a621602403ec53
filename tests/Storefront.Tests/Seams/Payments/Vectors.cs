using System.Text.Json;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>What independent programs signed and sealed; each file says how it was made.</summary>
internal static class Vectors
{
    public static JsonElement Read(string vendor) =>
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(Repo.Root, "tests/Storefront.Tests/Seams/Payments/vectors", vendor + ".json")));

    public static Dictionary<string, string> Fields(this JsonElement from) =>
        from.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString()!, StringComparer.Ordinal);
}
