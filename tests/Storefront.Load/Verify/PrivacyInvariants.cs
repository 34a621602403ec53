using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Cart.Model;
using Storefront.Modules.Notifications.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Shipping.Contracts;

namespace Storefront.Load.Verify;

/// <summary>What is left of people who asked to be forgotten.</summary>
internal static class PrivacyInvariants
{
    public static readonly IReadOnlyList<Invariant> All = [new("12", "who was erased is named nowhere and gets in nowhere", ErasedAreNamelessAsync)];

    private static Task<Answer> ErasedAreNamelessAsync(StoreDb db)
    {
        var erased = db.Set<Account>().Where(account => account.ErasedAt != null);
        var ids = erased.Select(account => account.Id);
        return Answer.OfAsync(
            erased, "erased accounts",
            ("is still named or open", erased.Where(account => account.Name != Account.Nameless || account.PhoneNumber != null || account.Email != null || account.NormalizedEmail != null
                || account.PasswordHash != null || account.DisabledAt == null).Select(account => "account " + account.Id)),
            ("names its erased buyer", db.Set<Order>().Where(order => order.BuyerId != null && ids.Contains(order.BuyerId.Value)
                && (order.Address.Name != Address.Nameless || order.Address.Phone != "" || order.Address.Region != "" || order.Address.Street != "" || order.Note != null)).Select(order => "order " + order.Number)),
            ("tells why, of an erased buyer", db.Set<OrderMove>().Where(move => move.Reason != null
                && db.Set<Order>().Any(order => order.Id == move.OrderId && order.BuyerId != null && ids.Contains(order.BuyerId.Value))).Select(move => "order move " + move.Id)),
            ("is an erased person's", db.Set<Session>().Where(row => ids.Contains(row.AccountId)).Select(row => "session " + row.Id)),
            ("is an erased person's", db.Set<SavedAddress>().Where(row => ids.Contains(row.AccountId)).Select(row => "address " + row.Id)),
            ("is an erased person's", db.Set<Notice>().Where(row => ids.Contains(row.AccountId)).Select(row => "notice " + row.Id)),
            ("is an erased person's", db.Set<ShopMember>().Where(row => ids.Contains(row.AccountId)).Select(row => "membership " + row.Id)),
            ("is an erased person's", db.Set<VisitorCart>().Where(row => row.AccountId != null && ids.Contains(row.AccountId.Value)).Select(row => "cart " + row.Id)));
    }
}
