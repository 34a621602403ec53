using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Storefront.Modules.Accounts.Passkeys;

/// <summary>
/// The device must know its person (finger, face or its own code) every time. It is then something one has and something one is or knows,
/// so a passkey alone opens an admin's account too.
/// </summary>
internal sealed class PasskeyRules(PasskeyDomain domain) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.ServerDomain = domain.Name;
        options.UserVerificationRequirement = "required";
        // Found by the device itself: nobody types a number first, and the shop need not say which numbers have an account.
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(IsOurs(context));
    }

    /// <summary>Identity compares with the request's own Origin header, which whoever forges client data forges as well; a sister domain shares the domain of the key.</summary>
    private static bool IsOurs(PasskeyOriginValidationContext context)
    {
        var request = context.HttpContext.Request;
        return !context.CrossOrigin && context.Origin == $"{request.Scheme}://{request.Host}";
    }
}
