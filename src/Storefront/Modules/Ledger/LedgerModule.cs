using Storefront.Shared;

namespace Storefront.Modules.Ledger;

internal sealed class LedgerModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LedgerOptions>().Bind(configuration.GetSection("Ledger"))
            .Validate(options => options.CommissionBasisPoints is >= 0 and <= LedgerOptions.Whole, "Ledger:CommissionBasisPoints must be from 0 to 10000.")
            .Validate(options => options is { HoldDays: >= 0, MinimumPayout: > 0 }, "Ledger:HoldDays must not be negative, and Ledger:MinimumPayout (fen) must be more than 0.").ValidateOnStart();
        services.AddScoped<ReadStatement>();
        services.AddScoped<Balances>();
        services.AddScoped<BookSale>();
        services.AddScoped<BookRefund>();
        services.AddScoped<ProposePayouts>();
        services.AddScoped<OrderPayouts>();
        services.AddScoped<DecidePayout>().AddScoped<TellOfPayout>().AddScoped<PayoutNames>();
        services.AddScoped<AdjustBalance>();
        services.AddScoped<SetCommission>();
        services.AddScoped<LookAtProof>();
    }
}
