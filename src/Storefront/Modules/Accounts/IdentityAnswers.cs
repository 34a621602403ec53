using Microsoft.AspNetCore.Identity;

namespace Storefront.Modules.Accounts;

internal static class IdentityAnswers
{
    /// <summary>For steps whose input was judged before: what Identity still refuses is a bug.</summary>
    public static void Demand(this IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Code)));
    }
}
