namespace Storefront.Shared;

/// <summary>Where else a page's forms may post to, for the one page that hands its visitor to a payment vendor. Every other form stays at home.</summary>
public static class FormTarget
{
    private static readonly object Key = new();

    extension(HttpContext context)
    {
        /// <summary>An origin such as <c>https://cashier.example</c>, added to this answer's content security policy.</summary>
        public string? FormOrigin
        {
            get => context.Items[Key] as string;
            set => context.Items[Key] = value;
        }
    }
}
