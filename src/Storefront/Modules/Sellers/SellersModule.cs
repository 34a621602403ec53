using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

internal sealed class SellersModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SellersOptions>().Bind(configuration.GetSection("Sellers"))
            .Validate(options => options.HelpPhone is not { Length: > 0 } || SellersOptions.Dial.IsMatch(options.HelpPhone), "Sellers:HelpPhone must be a telephone number: digits, blanks, + and -.").ValidateOnStart();
        services.AddScoped<IShops, ShopsDesk>();
        services.AddScoped<MyShopDesk>();
        services.AddScoped<IMyShop>(provider => provider.GetRequiredService<MyShopDesk>());
        services.AddScoped<PayoutDesk>();
        services.AddScoped<IPayoutTargets>(provider => provider.GetRequiredService<PayoutDesk>());
        services.AddScoped<MyApplication>();
        services.AddScoped<DocumentTickets>();
        services.AddScoped<Queue>();
        services.AddScoped<SubmitShop>();
        services.AddScoped<DecideShop>();
        services.AddScoped<RestShop>();
        services.AddScoped<InviteMember>().AddScoped<AnswerInvitation>().AddScoped<WithdrawInvitation>().AddScoped<ChangeHands>();
        services.AddScoped<AskConsent>().AddScoped<TellGrower>().AddScoped<GiveConsent>().AddScoped<FileSheet>().AddScoped<JudgeSheet>();
        services.AddScoped<MakeStatementLink>().AddScoped<IStatementLinks, StatementLinksDesk>().AddScoped<IHelperTerms, HelperTermsDesk>().AddSingleton<IConfigureOptions<RateLimiterOptions>, PrivateLinkLimits>();
        services.AddScoped<LookAtDocument>();
        services.AddScoped<Demo.DraftDemoShop>().AddScoped<Demo.LetDemoHelperIn>();
        services.AddScoped<IAuthorizationHandler, SellGate>();
        services.AddScoped<IAuthorizationHandler, RightGate>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ShowTheWay>();
        services.AddAuthorizationBuilder().AddPolicy(Policies.Sell, policy => policy.RequireAuthenticatedUser().AddRequirements(new TradesRequirement()));
    }
}
