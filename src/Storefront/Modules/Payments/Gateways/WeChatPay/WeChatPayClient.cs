using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary>Signs calls and proves answers. A broken connection, a late answer, a fault of theirs and rubbish are exceptions.</summary>
internal sealed class WeChatPayClient(IHttpClientFactory http, LatestSetup<WeChatPayOptions, WeChatPaySetup> setup, TimeProvider clock)
{
    private const int FirstFault = 500;

    public WeChatPaySetup Setup => setup.Value;

    public async Task<WeChatPayAnswer> CallAsync(HttpMethod method, string path, object? content, CancellationToken cancel)
    {
        var now = Setup;
        using var request = Sign(now, method, new Uri(now.Options.BaseUrl!, path), content is null ? "" : JsonSerializer.Serialize(content));
        using var client = http.CreateClient(WeChatPayGateway.Name);
        using var response = await client.SendAsync(request, cancel);
        var body = await response.Content.ReadAsByteArrayAsync(cancel);
        Prove(now, response, body);
        return new(response.StatusCode, body.Length == 0 ? null : JsonElement.Parse(body));
    }

    private HttpRequestMessage Sign(WeChatPaySetup now, HttpMethod method, Uri address, string body)
    {
        var authorization = WeChatPaySignature.Authorization(now, method, address.PathAndQuery, body, clock.GetUtcNow().ToUnixTimeSeconds(), WeChatPaySignature.NewNonce());
        var request = new HttpRequestMessage(method, address) { Headers = { Authorization = AuthenticationHeaderValue.Parse(authorization) } };
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.UserAgent.Add(new("Storefront", "1.0"));
        if (now.Preferred is { } preferred) request.Headers.Add("Wechatpay-Serial", preferred);
        if (body.Length > 0) request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return request;
    }

    private void Prove(WeChatPaySetup now, HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        if (status >= FirstFault) throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"The vendor answered {status}."), inner: null, response.StatusCode);
        // The outer door refuses without signing; whatever is signed must be signed right, and nothing is taken as yes without.
        if (!response.IsSuccessStatusCode && !response.Headers.Contains("Wechatpay-Signature")) return;
        if (WeChatPaySignature.Problem(now, name => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null, body, clock.GetUtcNow().UtcDateTime) is { } problem)
            throw new InvalidDataException($"The answer is not proven to be the vendor's: {problem}.");
    }
}
