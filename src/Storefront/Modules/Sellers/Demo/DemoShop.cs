using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Demo;

/// <summary>How far a shop of the demo market has come.</summary>
internal enum Fate { Open, Waiting, Asked, Refused }

/// <summary>One row of shops.json.</summary>
/// <param name="Owner">Phone of an account of the demo market, as are the helpers.</param>
/// <param name="Field">What the reviewer wants changed, when <see cref="Fate.Asked"/>; <paramref name="Words"/> says why.</param>
internal sealed record DemoShop(
    string Name, string Owner, IReadOnlyList<string> Helpers, Fate Becomes, string Region, string Village, string Picture, int Seed, string Story, DemoPaper Paper,
    string Field = "", string Words = "")
{
    public static IReadOnlyList<DemoShop> All => DemoTables.Read<DemoShop>("shops");
}

/// <param name="ExpiresIn">Days from today; null where the paper has no end.</param>
/// <param name="Document">There is a photo of it to look at.</param>
internal sealed record DemoPaper(LicenceKind Kind, IReadOnlyList<string> Covers, string? Number = null, string? Issuer = null, int? ExpiresIn = null, bool Document = false);
