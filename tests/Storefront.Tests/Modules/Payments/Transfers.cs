using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Payments;

/// <summary>A shop that takes transfers, and the person of the finance role who confirms them.</summary>
internal sealed class Transfers(Till till, Support.Visitor finance) : IAsyncDisposable
{
    public static readonly string[] Settings =
        ["Payments:Offline:Instructions:zh-CN=账号 123，附言 {reference}，{amount}", "Payments:Offline:Instructions:en=Account 123, write {reference}, {amount}"];

    public Till Till => till;

    public Support.Visitor Finance => finance;

    public static async Task<Transfers> OpenAsync()
    {
        var till = await Till.OpenAsync(Settings);
        var (visitor, _, _) = await till.App.SignedInAsync("en", Policies.FinanceRole);
        return new(till, visitor);
    }

    /// <summary>A payment whose payer has read where to send the money. Its code, its attempt and the admin's page.</summary>
    public async Task<(string Payment, string Attempt, string Page)> BegunAsync()
    {
        var (payment, attempt) = await till.StageAsync(ITransferBook.Gateway, minutes: 48 * 60);
        Assert.True(await till.BeginAsync(attempt));
        return (payment, attempt, "/admin/payments/offline/" + await till.App.ReadAsync(db => db.Transfers.Where(transfer => transfer.Attempt == attempt).Select(transfer => transfer.Code).SingleAsync()));
    }

    /// <summary>Fills the one form of a page, with a proof.</summary>
    public async Task<Answer> ConfirmAsync(string page, string? yuan = null) =>
        await finance.UploadAsync(await finance.GetAsync(page), yuan is null ? new { } : new { Input__Amount = yuan }, "Input.Proof", Applicant.Picture);

    public ValueTask DisposeAsync() => till.DisposeAsync();
}

internal static class ShownTransfers
{
    /// <summary>A transfer is waited for beside a checkout's own payment, and its payer sends a picture of it.</summary>
    public static async Task ShowTransferAsync(this StoreApp app, string checkout, string note)
    {
        var attempt = await app.ReadAsync(db => db.PaymentAttempts.AsNoTracking().Where(attempt => attempt.Payment.Code == checkout).FirstAsync());
        var anywhere = new Uri("https://market.example/");
        await app.RunAsync<ITransferBook, string?>(book => book.OpenAsync(
            new(attempt.Code, attempt.Sum, "honey", app.Clock.GetUtcNow().UtcDateTime.AddDays(1), anywhere, anywhere, new(Device.Phone, "en", null, null)), default));
        var sent = await app.RunAsync<AttachProof, AttachProof.Result>(attach => attach.RunAsync(attempt.Code, new MemoryStream(Applicant.Picture), note, default));
        Assert.Equal(new AttachProof.Result(AttachProof.Refusal.None), sent);
    }
}
