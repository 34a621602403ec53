using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;

namespace Storefront.Modules.Accounts.Passkeys;

/// <summary>The challenge that this browser was given and has not lost again.</summary>
internal sealed class Ceremony(StoreDb db, IHttpContextAccessor http, TimeProvider clock)
{
    public const int LongestAnswer = 16 * 1024;

    /// <summary>
    /// Judges the device's answer with one of Identity's two methods. Identity throws where no challenge, another kind's or an expired one is under way;
    /// whatever it says of the answer itself comes as its result.
    /// </summary>
    public async Task<Judged<T>?> JudgeAsync<T>(string? answer, Func<string, Task<T>> judge)
    {
        if (answer is not { Length: > 0 and <= LongestAnswer } || await ChallengeAsync() is not { } challenge) return null;
        try
        {
            return new(await judge(answer), challenge);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Stages that it was used; the second time clashes.</summary>
    public void Spend(string challenge) => db.SpentChallenges.Add(new() { Hash = challenge, ExpiresAt = clock.GetUtcNow().UtcDateTime + 2 * CeremonyCookie.Lifetime });

    /// <summary>Read from our own cookie: in the answer there may be two, and Identity looks at one of them.</summary>
    private async Task<string?> ChallengeAsync()
    {
        var kept = (await http.HttpContext!.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Properties;
        return kept is null ? null : Secrets.HashOf(string.Join('\n', kept.Items.Where(item => !item.Key.StartsWith('.')).OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Value)));
    }

    /// <param name="Challenge">Hash of the challenge it answers.</param>
    internal sealed record Judged<T>(T Result, string Challenge);
}
