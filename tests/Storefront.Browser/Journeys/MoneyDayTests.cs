using Microsoft.EntityFrameworkCore;
using Storefront.Browser.Steps;
using Storefront.Modules.Ledger.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>Journey 9: the seller reads what is his, finance sends it and proves it, and the seller reads that it was sent. In a market of its own.</summary>
public sealed class MoneyDayTests
{
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task What_is_available_is_paid_out_with_proof(string language)
    {
        await using var app = await StoreApp.StartAsync(change: null, "Demo:Enabled=true");
        await using var seller = await Person.WithPhoneAsync(app.Address, language, $"money-day/{language}/seller");
        await seller.SignInAsync(app, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell/money");
        await seller.LookAsync("statement");
        var available = await FigureAsync(seller, 0);
        Assert.NotEqual("¥0.00", available);
        await seller.GoAsync("/sell/money/print");
        await seller.PrintAsync("statement-on-paper");

        await PayOutAsync(app, language);
        await seller.GoAsync("/sell/money");
        await seller.LookAsync("paid-out");
        Assert.Equal(("¥0.00", available), (await FigureAsync(seller, 0), await FigureAsync(seller, 2)));
    }

    private static async Task PayOutAsync(StoreApp app, string language)
    {
        var (_, phone) = await app.NewPersonAsync(Policies.FinanceRole);
        await using var finance = await Person.WithPhoneAsync(app.Address, language, $"money-day/{language}/finance", desktop: true);
        await finance.SignInAsync(app, phone, People.Password);
        await finance.GoAsync("/admin/money/payouts");
        await finance.LookAsync("payouts");
        await finance.TapAsync("ledger.payouts.propose");
        await finance.SayingAsync("ledger.batch.review");
        await finance.LookAsync("proposed");
        await finance.TapAsync("ledger.batch.order");
        await finance.SayingAsync("ledger.batch.ordered");
        await finance.LookAsync("booked");
        var file = await finance.Page.RunAndWaitForDownloadAsync(() => finance.TapAsync(finance.Link("ledger.batch.bank")));
        var lines = (await File.ReadAllLinesAsync(await file.PathAsync())).Length - 1;
        Assert.Equal(await app.ReadAsync(db => db.PayoutLines.CountAsync(line => line.State == PayoutState.Ordered)), lines);

        for (var sent = 0; sent < lines; sent++)
        {
            await finance.TapAsync(finance.Page.Locator("main a.list-item", new() { HasText = finance.Say("ledger.payout.Ordered") }).First);
            await finance.TypeAsync("ledger.payout.reference", $"20261122-{sent}");
            await finance.AddPhotosAsync(finance.Page.Locator("input[type=file]"), Applicant.Picture);
            if (sent == 0) await finance.LookAsync("to-be-marked");
            await finance.TapAsync("ledger.payout.act.Paid");
            await finance.Page.WaitForURLAsync(url => !url.Contains("/lines/", StringComparison.Ordinal));
        }
        await finance.LookAsync("all-paid");
        await finance.TapAsync(finance.Page.Locator("main a.list-item").First);
        await finance.SayingAsync("ledger.payout.proof.see");
        await finance.LookAsync("paid");
    }

    private static Task<string> FigureAsync(Person seller, int which) => seller.Page.Locator(".figures b").Nth(which).InnerTextAsync();
}
