using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>One page of the application, and the fields a reviewer may ask to change on it, each with the control it stands in.</summary>
internal sealed record Step(string Key, string Path, IReadOnlyDictionary<string, string> Controls, Func<Shop, bool> IsDone)
{
    public IReadOnlyCollection<string> Fields => [.. Controls.Keys];
}

/// <summary>The way through the application. Every step saves itself, so it goes on wherever it was left.</summary>
internal static class Steps
{
    public const string CheckPath = "/sell/apply/check";

    public static readonly Step Shop = new("shop", "/sell/apply/shop", new Dictionary<string, string> { ["name"] = "Input_Name", ["story"] = "Input_Story", ["photo"] = "Input_Photo" }, shop => shop.Name.Length > 0);

    public static readonly Step Place = new("place", "/sell/apply/place", new Dictionary<string, string> { ["region"] = "Input_RegionCode", ["village"] = "Input_Village" }, shop => shop.RegionCode.Length > 0);

    public static readonly Step Licence = new("licence", "/sell/apply/licence",
        new Dictionary<string, string>
        {
            ["paper"] = "Input_Kind",
            ["covers"] = "Input_Covers",
            ["number"] = "Input_Number",
            ["issuer"] = "Input_Issuer",
            ["document"] = "Input_Document",
            ["expiry"] = "Input_ExpiresOn",
        },
        shop => shop.WaitingLicence is not null);

    public static readonly Step Payout = new("payout", "/sell/apply/payout", new Dictionary<string, string> { ["payout"] = "Input_Kind", ["holder"] = "Input_Holder" }, shop => shop.Payout is not null);

    public static readonly IReadOnlyList<Step> All = [Shop, Place, Licence, Payout];

    public static readonly IReadOnlyList<string> Fields = [.. All.SelectMany(step => step.Fields)];

    public static bool IsComplete(Shop shop) => All.All(step => step.IsDone(shop));

    public static Step OfField(string field) => All.First(step => step.Controls.ContainsKey(field));

    /// <summary>Where a message about this field leads: the very step, the very control.</summary>
    public static string PathOfField(string shopCode, string field)
    {
        var step = OfField(field);
        return $"{step.Path}?{MyShopDesk.Query}={shopCode}#{step.Controls[field]}";
    }

    /// <summary>Where the seller goes on: what was never filled in, then what a reviewer asked to change, then the last look.</summary>
    public static string Onward(Shop shop) =>
        All.FirstOrDefault(step => !step.IsDone(shop))?.Path
        ?? All.FirstOrDefault(step => shop.OpenRequests.Any(request => step.Controls.ContainsKey(request.Field)))?.Path
        ?? CheckPath;
}
