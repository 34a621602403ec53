namespace Storefront.Shared;

/// <summary>
/// The shop a seller's page was opened for. Every posting form of the page carries it back, so that a form sent after another shop was chosen
/// in another tab still acts on the shop that its page showed.
/// </summary>
public static class FormShop
{
    public const string Field = "_shop";

    private static readonly object Key = new();

    extension(HttpContext context)
    {
        /// <summary>Code of the shop, once somebody has asked for it in this request.</summary>
        public string? ShopOfForms
        {
            get => context.Items[Key] as string;
            set => context.Items[Key] = value;
        }
    }
}
