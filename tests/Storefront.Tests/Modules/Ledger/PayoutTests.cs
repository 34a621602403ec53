using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Ledger;

public sealed class PayoutTests : IAsyncLifetime
{
    private readonly Books _books = new();

    public Task InitializeAsync() => _books.InitializeAsync();

    public Task DisposeAsync() => _books.DisposeAsync();

    [Fact]
    public async Task Money_day_from_the_proposal_to_the_bank_and_back()
    {
        await ShopWithAsync(900);
        await ShopWithAsync(10_000, hasAccount: false);
        var (owner, shop) = await ShopWithAsync(10_000, "=cmd蜂场");
        var finance = await _books.FinanceAsync();
        var proposed = await finance.SubmitAsync(await finance.GetAsync("/admin/money/payouts"));
        Assert.StartsWith("/admin/money/payouts/", proposed.Location, StringComparison.Ordinal);
        var line = Assert.Single(await LinesAsync());
        Assert.Equal((shop.Id, new Money(9_500)), (line.ShopId, line.Amount));
        Assert.Equal(HttpStatusCode.NotFound, (await finance.GetAsync(proposed.Location + "/bank")).Status);
        Assert.Equal(new Money(9_500), (await _books.BalanceAsync(shop.Id)).Available);

        var draft = await finance.GetAsync(proposed.Location!);
        Assert.Equal(proposed.Location, (await PressAsync(finance, draft, "Order")).Location);
        Assert.Equal(new(Money.Zero, Money.Zero, new(9_500)), await _books.BalanceAsync(shop.Id));
        var file = await finance.GetAsync(proposed.Location + "/bank");
        Assert.Contains($"{line.Code},'=cmd蜂场,Bank,'=叶老三,6222021234567890,95.00\r\n", file.Text, StringComparison.Ordinal);

        var path = $"/admin/money/payouts/lines/{line.Code}";
        var bare = await UploadAsync(finance, path, "B-2026-1", proof: null);
        Assert.Equal(HttpStatusCode.BadRequest, bare.Status);
        Assert.Equal("B-2026-1", bare.Page.QuerySelector("[name='Sent.Reference']")!.GetAttribute("value"));
        Assert.Contains("Add a picture", bare.Text, StringComparison.Ordinal);
        Assert.Contains("not", (await UploadAsync(finance, path, "B-2026-1", "no picture"u8.ToArray())).Page.QuerySelector(".error")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull((await UploadAsync(finance, path, "B-2026-1", Applicant.Picture)).Location);
        Assert.Equal(PayoutState.Paid, (await LinesAsync())[0].State);
        Assert.Equal("image", (await finance.GetAsync(path + "/proof")).Raw.Content.Headers.ContentType!.MediaType!.Split('/')[0]);
        Assert.Contains("B-2026-1", (await owner.OpenAsync("/me/notices")).Text, StringComparison.Ordinal);

        var empty = await SayAsync(finance, path, "Returned", "");
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.NotNull((await SayAsync(finance, path, "Returned", "no such account")).Location);
        Assert.Equal(new(new(9_500), Money.Zero, Money.Zero), await _books.BalanceAsync(shop.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await finance.GetAsync("/admin/money/payouts/lines/0000000000")).Status);
        var acts = await _books.App.ReadAsync(db => db.Set<Storefront.Modules.Moderation.Model.AuditEntry>().Where(entry => entry.Act.StartsWith("payout")).OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync());
        Assert.Equal(["payout-proposed", "payout-ordered", "payout-exported", "payout-paid", "payout-proof-seen", "payout-returned"], acts);
    }

    [Fact]
    public async Task Who_is_left_out_keeps_the_money_and_a_dropped_draft_books_nothing()
    {
        var (_, shop) = await ShopWithAsync(10_000);
        var finance = await _books.FinanceAsync();
        var proposed = (await finance.SubmitAsync(await finance.GetAsync("/admin/money/payouts"))).Location!;
        var path = $"/admin/money/payouts/lines/{(await LinesAsync())[0].Code}";
        Assert.Equal(HttpStatusCode.BadRequest, (await SayAsync(finance, path, "Exclude", " ")).Status);
        Assert.Equal(proposed, (await SayAsync(finance, path, "Exclude", "asks for another account")).Location);
        var again = (await finance.SubmitAsync(await finance.GetAsync("/admin/money/payouts"))).Location;
        Assert.Equal(proposed, again);
        Assert.Equal(proposed, (await PressAsync(finance, await finance.GetAsync(proposed), "Drop")).Location);
        Assert.Equal(new(new(9_500), Money.Zero, Money.Zero), await _books.BalanceAsync(shop.Id));
        Assert.NotEqual(proposed, (await finance.SubmitAsync(await finance.GetAsync("/admin/money/payouts"))).Location);
    }

    [Fact]
    public async Task A_payout_never_takes_more_than_is_available_when_it_is_booked()
    {
        var (_, shop) = await ShopWithAsync(10_000);
        var (_, other) = await ShopWithAsync(20_000);
        var draft = await _books.App.RunAsync<ProposePayouts, ProposePayouts.Result>(propose => propose.RunAsync(default));
        await _books.App.RunAsync<AdjustBalance, bool>(adjust => adjust.RunAsync(new(shop.Code, new(-1), AdjustmentPair.Commission, "a jar that was broken"), default));
        await _books.App.RunAsync<OrderPayouts, OrderPayouts.Outcome>(order => order.RunAsync(draft.Code!, drop: false, default));
        Assert.Equal([PayoutState.Short, PayoutState.Ordered], (await LinesAsync()).OrderBy(line => line.ShopId == other.Id).Select(line => line.State));
        Assert.Equal(new Money(9_499), (await _books.BalanceAsync(shop.Id)).Available);
        Assert.Equal(new Money(9_499), (await _books.PayOutAsync())[shop.Id].Amount);
    }

    [Fact]
    public async Task Of_two_admins_at_once_one_wins_and_the_other_is_told()
    {
        var (_, shop) = await ShopWithAsync(10_000);
        var drafts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _books.App.RunAsync<ProposePayouts, ProposePayouts.Result>(propose => propose.RunAsync(default))));
        Assert.Single(drafts.Select(draft => draft.Code).Distinct());
        Assert.Single(drafts, draft => draft.IsNew);
        var orders = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _books.App.RunAsync<OrderPayouts, OrderPayouts.Outcome>(order => order.RunAsync(drafts[0].Code!, drop: false, default))));
        Assert.Equal([OrderPayouts.Outcome.Done, OrderPayouts.Outcome.TooLate, OrderPayouts.Outcome.TooLate, OrderPayouts.Outcome.TooLate], orders.Order());
        var line = Assert.Single(await LinesAsync());
        var backs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _books.App.RunAsync<DecidePayout, DecidePayout.Outcome>(decide => decide.RunAsync(line.Code, new(PayoutAct.Returned, "no such account"), default))));
        Assert.Single(backs, DecidePayout.Outcome.Done);
        Assert.Equal(new(new(9_500), Money.Zero, Money.Zero), await _books.BalanceAsync(shop.Id));
        var finance = await _books.FinanceAsync();
        var stale = await finance.GetAsync("/admin/money/payouts");
        var page = await finance.GetAsync((await finance.SubmitAsync(stale)).Location!);
        await PressAsync(finance, page, "Drop");
        var fields = Visitor.FieldsOf(page, new { _once = "another-tab" }, "main form[method=post]");
        var late = await finance.PostAsync(page.Raw.RequestMessage!.RequestUri!.PathAndQuery + "?handler=Order", fields);
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("Somebody else", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_slips_sent_at_once_one_counts_and_the_others_leave_no_picture()
    {
        await ShopWithAsync(10_000);
        var draft = await _books.App.RunAsync<ProposePayouts, ProposePayouts.Result>(propose => propose.RunAsync(default));
        await _books.App.RunAsync<OrderPayouts, OrderPayouts.Outcome>(order => order.RunAsync(draft.Code!, drop: false, default));
        var (finance, path) = (await _books.FinanceAsync(), $"/admin/money/payouts/lines/{(await LinesAsync())[0].Code}");
        var (form, other) = (await finance.GetAsync(path), await finance.GetAsync(path));
        await Task.WhenAll(new[] { form, form, other, other }.Select(sent => UploadAsync(finance, sent, path, "B-2026-1", Applicant.Picture)));
        await _books.App.DeliverAsync();
        Assert.Equal(
            (await LinesAsync()).Select(line => line.ProofCode),
            await _books.App.ReadAsync(db => db.Set<Storefront.Modules.Media.Model.Document>().Select(document => document.Code).ToListAsync()));
    }

    private async Task<(Visitor Owner, Storefront.Modules.Sellers.Model.Shop Shop)> ShopWithAsync(long goods, string? name = null, bool hasAccount = true)
    {
        var (owner, shop) = await _books.OpenShopAsync(name, hasAccount);
        await _books.ReleaseAsync(await _books.SellAsync(shop.Id, (goods, 0, "honey")));
        return (owner, shop);
    }

    private Task<List<PayoutLine>> LinesAsync() => _books.App.ReadAsync(db => db.PayoutLines.AsNoTracking().OrderBy(line => line.Id).ToListAsync());

    private static Task<Answer> PressAsync(Visitor finance, Answer page, string handler) =>
        finance.PostAsync(page.Raw.RequestMessage!.RequestUri!.PathAndQuery + $"?handler={handler}", Visitor.FieldsOf(page, null, "main form[method=post]"));

    private static async Task<Answer> SayAsync(Visitor finance, string path, string act, string reason) =>
        await finance.PostAsync($"{path}?handler={act}", Visitor.FieldsOf(await finance.GetAsync(path), new { Input__Reason = reason }, $"form#{act.ToLowerInvariant()}"));

    private static async Task<Answer> UploadAsync(Visitor finance, string path, string reference, byte[]? proof) => await UploadAsync(finance, await finance.GetAsync(path), path, reference, proof);

    private static async Task<Answer> UploadAsync(Visitor finance, Answer form, string path, string reference, byte[]? proof)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Visitor.FieldsOf(form, new { Sent__Reference = reference }, "form#paid")) content.Add(new StringContent(value), name);
        if (proof is not null) content.Add(new ByteArrayContent(proof), "Sent.Proof", "slip.png");
        return await finance.SendAsync(path + "?handler=Paid", content);
    }
}
