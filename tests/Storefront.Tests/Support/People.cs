using Storefront.Modules.Accounts.Contracts;

namespace Storefront.Tests.Support;

/// <summary>People who can sign in.</summary>
internal static class People
{
    public const string Password = "meadow-and-hive-42";
    private static int _next;

    /// <summary>A new account with its own mobile number, signed in through the real form.</summary>
    public static async Task<(Visitor Visitor, long Id, string Phone)> SignedInAsync(this StoreApp app, string language = "zh-CN", params string[] roles)
    {
        var phone = $"139{Interlocked.Increment(ref _next):00000000}";
        var id = await app.RunAsync<IDemoAccounts, long>(accounts => accounts.EnsureAsync(phone, $"p{phone}@example.com", "测试" + phone[^4..], Password, roles, default));
        var visitor = app.NewVisitor(language);
        var page = await visitor.OpenAsync("/sign-in");
        var done = await visitor.SubmitAsync(page, new { Input__Login = phone, Input__Password = Password });
        if (done.Location is null) throw new InvalidOperationException($"Sign-in failed: {done.Status} {done.Text}");
        return (visitor, id, phone);
    }
}
