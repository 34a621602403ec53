namespace Storefront.Modules.Checkout;

/// <summary>
/// Which goods may be sent back within seven days without a reason. Consumer Rights Protection Law of the PRC, article 25 (in force since 15 March 2014):
/// fresh and perishable goods are not covered.
/// </summary>
internal static class ReturnRule
{
    private static readonly string[] Perishable = ["fruit"];

    public static bool Covers(string category) => !Perishable.Contains(category);
}
