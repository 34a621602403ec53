using System.Text.RegularExpressions;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Notifications.Channels.Development;

namespace Storefront.Tests.Support;

/// <summary>People who can sign in.</summary>
internal static partial class People
{
    public const string Password = "meadow-and-hive-42";
    private static int _next;

    /// <summary>A mobile number that no other test uses.</summary>
    public static string NewPhone() => $"139{Interlocked.Increment(ref _next):00000000}";

    /// <summary>A new account with its own mobile number, signed in through the real forms; admins with their second factor.</summary>
    public static async Task<(Visitor Visitor, long Id, string Phone)> SignedInAsync(this StoreApp app, string language = "zh-CN", params string[] roles)
    {
        var (id, phone) = await app.NewPersonAsync(roles);
        var visitor = app.NewVisitor(language);
        await app.SignInAsync(visitor, phone);
        return (visitor, id, phone);
    }

    /// <summary>An account with mobile number, mailbox (<see cref="MailboxOf"/>) and <see cref="Password"/>, not signed in.</summary>
    public static async Task<(long Id, string Phone)> NewPersonAsync(this StoreApp app, params string[] roles)
    {
        var phone = NewPhone();
        var id = await app.RunAsync<IDemoAccounts, long>(accounts => accounts.EnsureAsync(phone, MailboxOf(phone), "测试" + phone[^4..], Password, roles, default));
        return (id, phone);
    }

    public static string MailboxOf(string phone) => $"p{phone}@example.com";

    public static async Task SignInAsync(this StoreApp app, Visitor visitor, string phone, string password = Password)
    {
        var done = await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in/password"), new { Input__Login = phone, Input__Password = password });
        if (done.Location == "/sign-in/code")
            done = await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in/code"), new { Input__Code = await app.CodeSentToAsync(phone) });
        if (done.Location is null) throw new InvalidOperationException($"Sign-in failed: {done.Status} {done.Text}");
    }

    /// <summary>The last code that was sent to this phone or mailbox.</summary>
    public static async Task<string> CodeSentToAsync(this StoreApp app, string address) => SixDigits.Match((await app.SentToAsync(address))[0]).Value;

    /// <summary>Messages to this phone or mailbox, newest first.</summary>
    public static Task<IReadOnlyList<string>> SentToAsync(this StoreApp app, string address) => app.RunAsync<DevelopmentChannel, IReadOnlyList<string>>(channel =>
        Task.FromResult<IReadOnlyList<string>>([.. channel.Messages.Where(message => message.Address == address).Select(message => message.Text)]));

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex SixDigits { get; }
}
