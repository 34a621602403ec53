using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams;

public sealed class SandboxGatewayTests : PaymentGatewayContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-").FullName;
    private SandboxBank _bank;

    public SandboxGatewayTests() => _bank = new(new DataFolder(_folder), Clock);

    internal override IPaymentGateway Gateway => new SandboxGateway(_bank, new Place(Environments.Development), Options.Create(new SandboxOptions()));

    [Fact]
    public void It_is_never_offered_in_production() => Assert.NotEmpty(new SandboxGateway(_bank, new Place(Environments.Production), Options.Create(new SandboxOptions())).Problems);

    [Fact]
    public async Task The_banks_book_and_key_survive_a_crash_in_the_middle_of_a_line()
    {
        var request = Request();
        await Gateway.StartAsync(request, default);
        await PayAsync(request.Attempt);
        var notice = await NoticeAsync(request.Attempt);
        _bank.Dispose();
        await File.AppendAllTextAsync(Path.Combine(_folder, "sandbox/charges.jsonl"), """{"Code":"half a li""");
        _bank = new(new DataFolder(_folder), Clock);
        Assert.Equal(PaymentStatus.Paid, (await Gateway.QueryAsync(Ref(request), default)).Status);
        Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(notice, default));
        var next = Request();
        await Gateway.StartAsync(next, default);
        _bank.Dispose();
        _bank = new(new DataFolder(_folder), Clock);
        Assert.Equal(PaymentStatus.Waiting, (await Gateway.QueryAsync(Ref(next), default)).Status);
    }

    [Fact]
    public async Task A_late_payment_shows_after_a_minute_even_when_it_was_closed_before()
    {
        var request = Request();
        await Gateway.StartAsync(request, default);
        await _bank.PayAsync((await _bank.FindAsync(request.Attempt, default))!.Code, late: true, default);
        Assert.Equal(CloseVerdict.Closed, await Gateway.CloseAsync(Ref(request), default));
        Assert.Equal(PaymentStatus.Waiting, (await Gateway.QueryAsync(Ref(request), default)).Status);
        Clock.Advance(SandboxBank.Late);
        Assert.Equal(PaymentStatus.Paid, (await Gateway.QueryAsync(Ref(request), default)).Status);
    }

    public void Dispose()
    {
        _bank.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    protected override async Task PayAsync(string attempt) => await _bank.PayAsync((await _bank.FindAsync(attempt, default))!.Code, late: false, default);

    protected override async Task FailAsync(string attempt) => await _bank.DeclineAsync((await _bank.FindAsync(attempt, default))!.Code, default);

    protected override async Task<Notice> NoticeAsync(string attempt) =>
        await new SandboxPost(_bank, new NoInbox(), Clock).WriteAsync((await _bank.FindAsync(attempt, default))!, default);

    private sealed class NoInbox : INoticeInbox
    {
        public Task<Reply> DeliverAsync(string gateway, Notice notice, CancellationToken cancel) => throw new InvalidOperationException("Nothing is delivered here.");
    }
}
