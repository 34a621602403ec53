using System.Globalization;
using System.Net;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Catalog;

/// <summary>What a seller does at the product form.</summary>
internal static class SellerPages
{
    public const string New = "/sell/products/new";

    /// <summary>Fills in a whole form and publishes. Returns the product's code.</summary>
    public static async Task<string> PublishAsync(Visitor seller, string name, string category = "honey", int quantity = 5)
    {
        var answer = await PostAsync(seller, New, Filled(name, category, quantity), "publish");
        return answer.Location is { } location ? location.Split('/', '?')[3] : throw new InvalidOperationException($"Not published: {answer.Status} {answer.Text}");
    }

    public static Dictionary<string, string?> Filled(string name, string category = "honey", int quantity = 5) => new()
    {
        ["Input.Name"] = name,
        ["Input.Category"] = category,
        ["Input.Description"] = "自家蜂场，成熟蜜。",
        ["Input.Sizes[0].Label"] = "一斤装",
        ["Input.Sizes[0].Grams"] = "500",
        ["Input.Sizes[0].Price"] = "39.9",
        ["Input.Sizes[0].Quantity"] = quantity.ToString(CultureInfo.InvariantCulture),
        ["Input.HarvestedOn"] = Day(-2),
        ["Input.BestBefore"] = Day(365),
        ["Input.Place"] = "玉岩镇",
    };

    public static string Day(int ahead) => LocalTime.Today(TimeProvider.System).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Opens the page, changes these fields of its form and presses the button; files go along as a browser without scripts sends them.</summary>
    public static async Task<Answer> PostAsync(Visitor seller, string path, IReadOnlyDictionary<string, string?> values, string then, params byte[][] files)
    {
        var page = await seller.GetAsync(path);
        if (page.Status != HttpStatusCode.OK) return page;
        var fields = Visitor.FieldsOf(page, null, "main form[enctype]").Where(field => !values.ContainsKey(field.Key) && field.Key != "Then").ToList();
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Concat(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value!))).Append(new("Then", then)))
            body.Add(new StringContent(value), name);
        foreach (var file in files) body.Add(new ByteArrayContent(file), "Files", "photo.jpg");
        return await seller.SendAsync(path, body);
    }
}
