using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Ledger;
using Storefront.Modules.Media;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Payments;

/// <summary>A shop with the sandbox, a scripted gateway, and checkouts that are a code and a sum. Orders are played by <see cref="PretendOrders"/>.</summary>
internal sealed class Till(StoreApp app, ScriptedGateway scripted) : IAsyncDisposable
{
    public static readonly Money Price = new(9_900);

    public StoreApp App => app;

    public ScriptedGateway Scripted => scripted;

    /// <param name="settings">More settings as "Key=Value".</param>
    public static async Task<Till> OpenAsync(params string[] settings)
    {
        var scripted = new ScriptedGateway();
        Type[] heard = [typeof(OrderPaid), typeof(OrderCancelled), typeof(PaymentSettled), typeof(PaymentExpired), typeof(RefundSettled), typeof(SurplusReceived), typeof(PapersDropped), typeof(Bookkeeper), typeof(DropPapers), typeof(PretendOrders)];
        return new(await StoreApp.StartAsync(services =>
        {
            services.AddSingleton<IPaymentGateway>(scripted);
            services.AddSingleton(new EventBook(heard));
            services.AddScoped<PretendOrders>().AddScoped<IOrders, PretendOrders>();
        }, ["Payments:CallSeconds=0.5", "Logging:LogLevel:Default=None", .. settings]), scripted);
    }

    /// <summary>Stages a payment. Returns its code and its first attempt's.</summary>
    public Task<(string Payment, string Attempt)> StageAsync(string gateway = SandboxGateway.Name, int minutes = 30) => app.RunAsync<IServiceProvider, (string, string)>(async services =>
    {
        var code = Code.NewSecret();
        var until = app.Clock.GetUtcNow().UtcDateTime.AddMinutes(minutes);
        var attempt = services.GetRequiredService<IPayments>().Stage(new(code, Price, "冬蜜", until, "/health/live"), gateway);
        await services.GetRequiredService<StoreDb>().SaveChangesAsync();
        return (code, attempt);
    });

    public Task<bool> BeginAsync(string attempt) =>
        app.RunAsync<BeginPayment, bool>(begin => begin.RunAsync(attempt, new(new("https://market.example"), new(Device.Phone, "en", null, null)), default));

    public Task<Reply> DeliverAsync(string id, Observation what) =>
        app.RunAsync<INoticeInbox, Reply>(inbox => inbox.DeliverAsync("scripted", ScriptedGateway.NoticeOf(id, what), default));

    public Task<Payment> PaymentAsync(string code) =>
        app.ReadAsync(db => db.Payments.AsNoTracking().Include(payment => payment.Attempts).SingleAsync(payment => payment.Code == code));

    public Task<List<Refund>> RefundsAsync(string code) =>
        app.ReadAsync(db => db.Refunds.AsNoTracking().Include(refund => refund.Attempt).Where(refund => refund.Payment.Code == code).ToListAsync());

    public async Task<PaymentAttempt> AttemptAsync(string code) => await app.ReadAsync(db => db.PaymentAttempts.AsNoTracking().SingleAsync(attempt => attempt.Code == code));

    public Task RefundAsync(string code, string key, Money amount) => app.RunAsync<IServiceProvider, bool>(async services =>
    {
        var db = services.GetRequiredService<StoreDb>();
        await db.WriteAsync(token => services.GetRequiredService<IPayments>().StageRefundAsync(code, key, amount, token), default);
        return true;
    });

    public Task WorkAsync<TWork>()
        where TWork : ITimedWork => app.RunAsync<TWork, bool>(async work =>
        {
            await work.RunAsync(default);
            return true;
        });

    /// <summary>Every timer of payments, once.</summary>
    public async Task TickAsync(TimeSpan ahead)
    {
        app.Clock.Advance(ahead);
        await WorkAsync<JudgeKeptNotices>();
        await WorkAsync<AskGateways>();
        await WorkAsync<ExpirePayments>();
        await WorkAsync<SendRefunds>();
        await app.DeliverAsync();
    }

    /// <summary>From the payment's page to the imaginary bank, which does as it is told.</summary>
    public async Task<Answer> ActAsync(Support.Visitor visitor, string attempt, string act)
    {
        var pay = await visitor.GetAsync($"/pay/{attempt}");
        var bank = await visitor.GetAsync(pay.Page.QuerySelector("main a.button")!.GetAttribute("href")!);
        return await visitor.SubmitAsync(bank, new { Input__Act = act });
    }

    public Task<int> SaidAsync<TEvent>(string code) => app.ReadAsync(db =>
    {
        var (name, needle) = (typeof(TEvent).FullName!, $"\"{code}\"");
        return db.Set<OutboxRow>().CountAsync(row => row.Event == name && row.Payload.Contains(needle) && row.Handler == typeof(PretendOrders).FullName);
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>One order a checkout, in the shop with id 1, whose freight is a tenth.</summary>
internal sealed class PretendOrders(Outbox outbox, TimeProvider clock) : IHandle<PaymentSettled>, IHandle<PaymentExpired>, IOrders
{
    public static Money Freight => new(990);

    public Task HandleAsync(PaymentSettled happened, CancellationToken cancel)
    {
        outbox.Stage(new OrderPaid(happened.Code, "N" + happened.Code[..6], happened.Code, 1, happened.Gateway, happened.Amount - Freight, Freight, clock.GetUtcNow().UtcDateTime));
        return Task.CompletedTask;
    }

    public Task HandleAsync(PaymentExpired happened, CancellationToken cancel) => Task.CompletedTask;

    public string Stage(NewOrder order) => throw new NotSupportedException();

    public Task<IReadOnlyList<OrderLineCard>> LinesAsync(string code, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<OrderLineCard>>([new(1, "honey", "冬蜜", Till.Price - Freight, Freight)]);
}
