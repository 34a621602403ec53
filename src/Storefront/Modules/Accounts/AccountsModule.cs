using Microsoft.AspNetCore.Identity;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

internal sealed class AccountsModule : IModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentity<Account, IdentityRole<long>>(Rules).AddEntityFrameworkStores<StoreDb>().AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "session";
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/error/403";
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Admin, policy => policy.RequireRole(Policies.AdminRoles));
        services.AddScoped<IAccounts, AccountsDesk>();
        services.AddScoped<IDemoAccounts, DemoAccounts>();
    }

    /// <summary>Length and nothing else: composition rules make passwords worse (ASVS 5.0, 6.2.5).</summary>
    private static void Rules(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Password = new() { RequiredLength = 8, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
        options.User.RequireUniqueEmail = false;
        options.Lockout.MaxFailedAccessAttempts = 10;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
    }
}
