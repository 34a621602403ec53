using System.Net;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Accounts.Passkeys;

/// <summary>What the page's script does, through the same forms.</summary>
internal static class PasskeySteps
{
    public const string List = "/me/passkeys";
    public const string Add = "/me/passkeys/add";
    private const string Form = "main form[data-passkey]";

    public static string Origin(this StoreApp app) => app.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Asks for a challenge with the fields of the page's form, changed by what is given.</summary>
    public static async Task<Answer> BeginAsync(this Visitor visitor, string path, object? values = null)
    {
        var page = await visitor.GetAsync(path);
        var fields = Visitor.FieldsOf(page, values, Form).Where(field => field.Key != "_once");
        return await visitor.PostAsync(Visitor.FormOf(page, Form).GetAttribute("data-passkey")!, fields);
    }

    public static async Task<Answer> FinishAsync(this Visitor visitor, string path, string? answer) =>
        await visitor.SubmitAsync(await visitor.GetAsync(path), new { credential = answer }, Form);

    /// <summary>A passkey of the signed-in visitor.</summary>
    public static async Task<SoftKey> AddPasskeyAsync(this StoreApp app, Visitor visitor, string password = People.Password)
    {
        var key = new SoftKey(app.Origin());
        var begun = await visitor.BeginAsync(Add, new { Proof__Password = password });
        var done = await visitor.FinishAsync(Add, key.Make(begun.Text));
        Assert.True(done.Location == List, done.Text);
        return key;
    }

    public static async Task<Answer> SignInAsync(this Visitor visitor, SoftKey key, Forgery? forged = null, string path = "/sign-in")
    {
        var begun = await visitor.BeginAsync(path);
        Assert.Equal(HttpStatusCode.OK, begun.Status);
        return await visitor.FinishAsync(path, key.Answer(begun.Text, forged));
    }

    public static string Refusal(this Answer answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        return answer.Page.QuerySelector("main [role=alert] ul")!.TextContent.Trim();
    }
}
