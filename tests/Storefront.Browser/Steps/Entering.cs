using Storefront.Tests.Support;

namespace Storefront.Browser.Steps;

/// <summary>Ways in.</summary>
internal static class Entering
{
    public static async Task SignInAsync(this Person person, StoreApp app, string phone, string password)
    {
        await person.GoAsync("/sign-in/password");
        await person.TypeAsync("accounts.login", phone);
        await person.TypeAsync("accounts.password", password);
        await person.TapAsync("accounts.signin.submit");
        await person.Page.WaitForURLAsync(url => !url.EndsWith("/sign-in/password", StringComparison.Ordinal));
        if (person.Page.Url.EndsWith("/sign-in/code", StringComparison.Ordinal)) await person.EnterCodeAsync(app, phone);
    }

    /// <summary>Types the code that the phone has received and waits until it is taken.</summary>
    public static async Task EnterCodeAsync(this Person person, StoreApp app, string phone)
    {
        await person.Page.Locator("#Input_Code").FillAsync(await app.CodeSentToAsync(phone));
        await person.TapAsync("accounts.code.submit");
        await person.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
