using Storefront.Shared;

namespace Storefront.Modules.Ledger;

internal sealed class LedgerModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LedgerOptions>().Bind(configuration.GetSection("Ledger"))
            .Validate(options => options.CommissionBasisPoints is >= 0 and <= LedgerOptions.Whole, "Ledger:CommissionBasisPoints must be from 0 to 10000.").ValidateOnStart();
        services.AddScoped<ReadStatement>();
    }
}
