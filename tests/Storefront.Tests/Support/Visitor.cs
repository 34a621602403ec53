using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Storefront.Tests.Support;

/// <summary>What came back: status, where it points, and the page as a document.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, IHtmlDocument Page, string Text, HttpResponseMessage Raw);

/// <summary>A browser without scripts: keeps cookies, follows nothing by itself, submits the forms it was shown.</summary>
public sealed class Visitor
{
    private static readonly HtmlParser Parser = new();
    private readonly HttpClient _http;

    internal Visitor(Uri address, string language, string? agent = null)
    {
        Cookies = new();
        _http = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1) }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        if (agent is not null) _http.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
    }

    public CookieContainer Cookies { get; }

    public async Task<Answer> GetAsync(string path) => await ReadAsync(await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Gets, and follows redirects to the page at the end.</summary>
    public async Task<Answer> OpenAsync(string path) => await FollowAsync(await GetAsync(path));

    public async Task<Answer> FollowAsync(Answer answer)
    {
        for (var hops = 0; answer.Location is { } location && hops < 5; hops++) answer = await GetAsync(location);
        return answer;
    }

    /// <summary>Submits a form of a page as a browser would: its own fields, changed by what is given; a null value removes the field.</summary>
    public Task<Answer> SubmitAsync(Answer page, object? values = null, string form = "main form[method=post]") =>
        PostAsync(ActionOf(page, form), FieldsOf(page, values, form));

    /// <summary>Where a form posts to: its action, or the page it stands on.</summary>
    public static string ActionOf(Answer page, string form) =>
        FormOf(page, form).GetAttribute("action") is { Length: > 0 } action ? action : page.Raw.RequestMessage!.RequestUri!.PathAndQuery;

    public static IHtmlFormElement FormOf(Answer page, string form) =>
        page.Page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"No form '{form}' in: {page.Text}");

    /// <summary>Names with dots are written with two underscores in the anonymous object: <c>Input__Name</c>. A list posts the name several times.</summary>
    public static List<KeyValuePair<string, string>> FieldsOf(Answer page, object? values, string form)
    {
        var fields = FormOf(page, form).Elements.SelectMany(FieldOf).ToList();
        foreach (var property in values?.GetType().GetProperties() ?? [])
        {
            var name = property.Name.Replace("__", ".", StringComparison.Ordinal);
            fields.RemoveAll(field => field.Key == name);
            var value = property.GetValue(values);
            if (value is IEnumerable<string> list) fields.AddRange(list.Select(item => KeyValuePair.Create(name, item)));
            else if (value is not null) fields.Add(new(name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!));
        }
        return fields;
    }

    public async Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await SendAsync(path, content);
    }

    public async Task<Answer> SendAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_http.BaseAddress!, path)) { Content = content };
        request.Headers.Add("Origin", _http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await ReadAsync(await _http.SendAsync(request));
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage raw)
    {
        var text = await raw.Content.ReadAsStringAsync();
        return new(raw.StatusCode, raw.Headers.Location?.ToString(), Parser.ParseDocument(text), text, raw);
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldOf(AngleSharp.Dom.IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } => [],
        IHtmlInputElement { Name: { Length: > 0 } name } input => [new(name, input.Value)],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => [new(name, area.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => select.SelectedOptions.Select(option => KeyValuePair.Create(name, option.Value)),
        _ => [],
    };
}
