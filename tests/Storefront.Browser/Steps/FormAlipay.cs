using Microsoft.AspNetCore.WebUtilities;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Alipay;

namespace Storefront.Browser.Steps;

/// <summary>Alipay as it also lets shops lead there: the same signed words, sent by a form and not in an address.</summary>
internal sealed class FormAlipay(AlipayGateway alipay) : IPaymentGateway
{
    public string Key => alipay.Key;

    public IReadOnlyList<string> Problems => alipay.Problems;

    public bool Fits(Device device) => alipay.Fits(device);

    public async Task<StartVerdict> StartAsync(StartRequest request, CancellationToken cancel)
    {
        var begun = (StartVerdict.Begun)await alipay.StartAsync(request, cancel);
        var page = ((NextStep.Redirect)begun.Step).To;
        var fields = QueryHelpers.ParseQuery(page.Query).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        return begun with { Step = new NextStep.FormPost(new(page.GetLeftPart(UriPartial.Path)), fields) };
    }

    public Task<Received> ReceiveAsync(Notice notice, CancellationToken cancel) => alipay.ReceiveAsync(notice, cancel);

    public Task<PaymentSeen> QueryAsync(ChargeRef charge, CancellationToken cancel) => alipay.QueryAsync(charge, cancel);

    public Task<CloseVerdict> CloseAsync(ChargeRef charge, CancellationToken cancel) => alipay.CloseAsync(charge, cancel);

    public Task<RefundSeen> RefundAsync(RefundRequest request, CancellationToken cancel) => alipay.RefundAsync(request, cancel);

    public Task<RefundSeen> QueryRefundAsync(RefundRequest request, CancellationToken cancel) => alipay.QueryRefundAsync(request, cancel);
}
