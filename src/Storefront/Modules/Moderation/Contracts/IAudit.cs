namespace Storefront.Modules.Moderation.Contracts;

/// <summary>The append-only log of what admins did and saw.</summary>
public interface IAudit
{
    /// <summary>Stages an entry by the signed-in account, saved with the act itself.</summary>
    /// <param name="act">Text key suffix "moderation.act.{act}": shop-approved, shop-rejected, document-seen, …</param>
    /// <param name="subject">What it was done to, such as "shop/9k2…".</param>
    /// <param name="detail">Reason or field, at most 500 characters; never a secret and never a person's name.</param>
    void Stage(string act, string subject, string? detail = null);
}
