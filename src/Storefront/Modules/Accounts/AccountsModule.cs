using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Storefront.Data;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Accounts.Passkeys;
using Storefront.Modules.Accounts.Sessions;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

internal sealed class AccountsModule : IModule
{
    /// <summary>PBKDF2-SHA512 rounds, as OWASP's password storage cheat sheet asks (2023).</summary>
    private const int HashRounds = 210_000;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddIdentity<Account, IdentityRole<long>>(Rules).AddEntityFrameworkStores<StoreDb>().AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashRounds);
        services.AddSingleton<SessionStore>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, SignInLimits>();
        services.AddSingleton(PasskeyDomain.Read(configuration));
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyRules>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, CeremonyCookie>();
        services.AddScoped<Ceremony>();
        services.AddSingleton<CodeSeal>();
        services.AddSingleton<SignInTrail>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Admin, policy => policy.RequireRole(Policies.AdminRoles));
        services.AddScoped<IAccounts, AccountsDesk>();
        services.AddScoped<IContacts, ContactsDesk>();
        services.AddScoped<ISavedAddresses, SavedAddressesDesk>();
        services.AddScoped<IAccountDoors, AccountDoors>();
        services.AddScoped<IDemoAccounts, DemoAccounts>();
        AddUseCases(services);
    }

    private static void AddUseCases(IServiceCollection services)
    {
        services.AddScoped<SendCode>();
        services.AddScoped<ResendCode>();
        services.AddScoped<JudgeCode>();
        services.AddScoped<UseCode>();
        services.AddScoped<ProvePerson>();
        services.AddScoped<MoveLogin>();
        services.AddScoped<SetPassword>();
        services.AddScoped<ExportAccount>();
        services.AddScoped<EraseAccount>();
        services.AddScoped<CheckPassword>();
        services.AddScoped<BeginPasskey>();
        services.AddScoped<AddPasskey>();
        services.AddScoped<UsePasskey>();
        services.AddScoped<RenamePasskey>();
        services.AddScoped<RemovePasskey>();
        services.AddScoped<OpenSession>();
        services.AddScoped<CloseSession>();
        services.AddScoped<MakeFirstAdmin>();
        services.AddScoped<SaveAddress>();
    }

    /// <summary>Length and nothing else: composition rules make passwords worse (ASVS 5.0, 6.2.5).</summary>
    private static void Rules(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Password = new() { RequiredLength = 8, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
        options.User.RequireUniqueEmail = false;
    }
}
