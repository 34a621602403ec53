using System.Net;
using Storefront.Tests.Support;

namespace Storefront.Load.Crash;

/// <summary>Somebody who works at the shop. Whom its death cuts off sends the very same form again in its next life: it must count once.</summary>
/// <param name="session">Cookies of having signed in.</param>
internal abstract class Desk(CookieCollection session, Acknowledged acknowledged)
{
    private Sent? _unanswered;

    private sealed record Sent(string Path, Func<HttpContent> Content, Action Done);

    protected Acknowledged Acknowledged => acknowledged;

    public async Task WorkAsync(Uri shop)
    {
        var visitor = new Visitor(shop, "en");
        visitor.Cookies.Add(session);
        try
        {
            if (_unanswered is { } again)
            {
                acknowledged.SentAgain();
                await SendAsync(visitor, again);
            }
            else
            {
                await StepAsync(visitor);
            }
        }
        catch (Exception death) when (death is HttpRequestException or TaskCanceledException or IOException)
        {
            acknowledged.CutOff();
        }
    }

    protected abstract Task StepAsync(Visitor visitor);

    protected Task<Answer> PressAsync(Visitor visitor, string path, IReadOnlyList<KeyValuePair<string, string>> fields, Action done) =>
        SendAsync(visitor, new(path, () => new FormUrlEncodedContent(fields), done));

    protected Task<Answer> UploadAsync(Visitor visitor, string path, IReadOnlyList<KeyValuePair<string, string>> fields, (string Name, byte[] Bytes) picture, Action done) =>
        SendAsync(visitor, new(path, () => Multipart(fields, picture), done));

    protected static List<KeyValuePair<string, string>> Fill(Answer page, string form, params (string Name, string Value)[] typed)
    {
        var fields = Visitor.FieldsOf(page, null, form);
        foreach (var (name, value) in typed)
        {
            fields.RemoveAll(field => field.Key == name);
            fields.Add(new(name, value));
        }
        return fields;
    }

    private async Task<Answer> SendAsync(Visitor visitor, Sent sent)
    {
        _unanswered = sent;
        using var content = sent.Content();
        var answer = await visitor.SendAsync(sent.Path, content);
        _unanswered = null;
        if (answer.Location?.Contains("/sign-in", StringComparison.Ordinal) == true) throw new InvalidOperationException($"Signed out at {sent.Path}.");
        if (answer.Location is not null) sent.Done();
        return answer;
    }

    private static MultipartFormDataContent Multipart(IReadOnlyList<KeyValuePair<string, string>> fields, (string Name, byte[] Bytes) picture)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(picture.Bytes), picture.Name, "slip.png");
        return content;
    }
}
