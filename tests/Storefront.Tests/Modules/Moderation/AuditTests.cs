using System.Net;
using Storefront.Modules.Moderation.Model;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Moderation;

/// <summary>The log of admins' acts: for admins, complete, and never changed.</summary>
public sealed class AuditTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private const string Path = "/admin/audit";

    [Fact]
    public async Task It_is_for_admins_only()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await shop.App.NewVisitor().GetAsync(Path)).Status);
        var (buyer, _, _) = await shop.App.SignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await buyer.GetAsync(Path)).Status);
        foreach (var role in Policies.AdminRoles)
        {
            var (admin, _, _) = await shop.App.SignedInAsync("en", role);
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(Path)).Status);
        }
    }

    [Fact]
    public async Task It_names_who_and_what_and_can_be_narrowed_to_a_subject()
    {
        var (admin, id, phone) = await shop.App.SignedInAsync("en", Policies.AdminRole);
        await WriteAsync(Entry(id, "shop/mine", "because <of> it"), Entry(null, "shop/other", null));
        var all = await admin.GetAsync(Path);
        Assert.Contains("测试" + phone[^4..], all.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The system", all.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        var one = await admin.GetAsync(Path + "?subject=" + Uri.EscapeDataString("shop/mine"));
        Assert.Contains("because <of> it", Assert.Single(one.Page.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.NotNull((await admin.GetAsync(Path + "?subject=nothing")).Page.QuerySelector(".empty"));
    }

    [Fact]
    public async Task It_is_never_changed_nor_shortened()
    {
        var entry = Entry(null, "shop/kept", "as it was");
        await WriteAsync(entry);
        await Assert.ThrowsAsync<InvalidOperationException>(() => shop.App.WriteAsync(db =>
        {
            db.AuditEntries.Attach(entry).Property(kept => kept.Detail).CurrentValue = "changed";
            return Task.CompletedTask;
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => shop.App.WriteAsync(db =>
        {
            db.AuditEntries.Remove(entry);
            return Task.CompletedTask;
        }));
    }

    private static AuditEntry Entry(long? actor, string subject, string? detail) => new() { At = DateTime.UnixEpoch, ActorId = actor, Act = "shop-approved", Subject = subject, Detail = detail };

    private Task WriteAsync(params AuditEntry[] entries) => shop.App.WriteAsync(db =>
    {
        db.AuditEntries.AddRange(entries);
        return Task.CompletedTask;
    });
}
