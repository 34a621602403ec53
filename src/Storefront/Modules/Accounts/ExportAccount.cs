using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>Everything the shop holds on a person, as one file that a person can read and a program too.</summary>
internal sealed class ExportAccount(IEnumerable<IPersonalData> parts, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        // Chinese stays Chinese; the file is a download and never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = new Words(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new Yuan() },
    };

    public async Task<byte[]> RunAsync(long accountId, CancellationToken cancel)
    {
        var all = new Dictionary<string, object>(StringComparer.Ordinal) { ["exported at"] = clock.GetUtcNow().UtcDateTime };
        foreach (var part in parts)
        {
            if (await part.ExportAsync(accountId, cancel) is { } held) all[part.Name] = held;
        }
        return JsonSerializer.SerializeToUtf8Bytes(all, Options);
    }

    /// <summary>"PlacedAt" is read as "placed at".</summary>
    private sealed class Words : JsonNamingPolicy
    {
        public override string ConvertName(string name) => SnakeCaseLower.ConvertName(name).Replace('_', ' ');
    }

    private sealed class Yuan : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
