using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

internal sealed class PaymentsModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PaymentsOptions>().Bind(configuration.GetSection("Payments"))
            .Validate(options => options.CallSeconds is > 0 and <= 60, "Payments:CallSeconds must be more than 0 and at most 60.").ValidateOnStart();
        foreach (var seam in new[] { typeof(IPaymentGateway), typeof(IPayoutGateway) })
        {
            foreach (var gateway in seam.Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(seam))) services.AddSingleton(seam, gateway);
        }
        services.AddSingleton<GatewayBook>().AddSingleton<GatewayCalls>().AddSingleton<FreshWrite>().AddSingleton<INoticeInbox, NoticeInbox>().AddSingleton<Payers>().AddSingleton<ITransferBook, TransferBook>();
        services.AddSingleton<VendorRim>().AddSingleton<PayoutBook>().AddScoped<RecordPayout>().AddScoped<IPayees, PayeesDesk>().AddScoped<IRemittances, RemittancesDesk>();
        services.AddScoped<IPayments, PaymentsDesk>().AddScoped<IReconciliation, Reconciliation>();
        services.AddScoped<BeginPayment>().AddScoped<SwitchGateway>().AddScoped<ReadAttempt>().AddScoped<HurryAttempt>();
        services.AddScoped<ReceiveNotice>().AddScoped<RecordPayment>().AddScoped<AskGateway>().AddScoped<RetryRefund>().AddScoped<ListTroubles>();
        services.AddScoped<RecordTransfer>().AddScoped<ListTransfers>().AddScoped<LookAtProof>();
        services.AddScoped<AttachProof>().AddScoped<IPayerProofs, PayerProofDesk>().AddSingleton<IConfigureOptions<RateLimiterOptions>, ProofLimits>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        NoticeEndpoint.Map(endpoints);
        StateEndpoint.Map(endpoints);
    }
}
