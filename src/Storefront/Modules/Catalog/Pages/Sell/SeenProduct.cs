using System.Security.Cryptography;
using System.Text;
using Storefront.Modules.Catalog.Guesses;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Sell;

/// <summary>
/// What a form showed when it was opened. A phone may send it a day later, when somebody else of the shop has changed the product:
/// whoever comes last hears of it once, field by field, before his word counts.
/// </summary>
internal static class SeenProduct
{
    private const int Length = 12;

    public static string MarkOf(Product product) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Fields(ProductForm.Of(product)).Select(field => field.Value)))))[..Length];

    /// <summary>Fields in which the product is not what the form says: where in the form, the value now, and the value in the form.</summary>
    public static IReadOnlyList<(string Path, string Now, string Mine)> Differences(Product product, ProductForm form)
    {
        var mine = Fields(form).ToDictionary(field => field.Path, field => field.Value, StringComparer.Ordinal);
        return [.. Fields(ProductForm.Of(product)).Select(now => (now.Path, now.Value, Mine: mine.GetValueOrDefault(now.Path, ""))).Where(field => field.Value != field.Mine)];
    }

    private static IEnumerable<(string Path, string Value)> Fields(ProductForm form)
    {
        yield return ("Input.Name", Plain(form.Name));
        yield return ("Input.Category", Plain(form.Category));
        yield return ("Input.Description", Plain(form.Description));
        yield return ("Input.StorageHint", Plain(form.StorageHint));
        yield return ("Input.Photos", string.Join(' ', form.Photos));
        foreach (var (at, size) in form.Sizes.Where(size => !string.IsNullOrWhiteSpace(size.Code) && !size.Remove).Index())
        {
            yield return ($"Input.Sizes[{at}].Label", Plain(size.Label));
            yield return ($"Input.Sizes[{at}].Grams", SizeReader.GramsOf(size.Grams)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
            yield return ($"Input.Sizes[{at}].Price", Money.TryParseYuan(size.Price, out var price) ? price.ToYuan() : "");
        }
    }

    /// <summary>A browser sends line ends of its own.</summary>
    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
