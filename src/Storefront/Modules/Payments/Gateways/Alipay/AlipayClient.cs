using System.Net.Http.Headers;

namespace Storefront.Modules.Payments.Gateways.Alipay;

/// <summary>Calls the vendor's one address and proves its answers. A broken connection, a late answer and rubbish are exceptions.</summary>
internal sealed class AlipayClient(IHttpClientFactory http, LatestSetup<AlipayOptions, AlipaySetup> setup, TimeProvider clock)
{
    public AlipaySetup Setup => setup.Value;

    public async Task<AlipayAnswer> CallAsync(string method, IReadOnlyDictionary<string, string> content, CancellationToken cancel)
    {
        var now = Setup;
        var parameters = AlipayRequest.Of(now, method, content, clock.GetUtcNow().UtcDateTime);
        parameters.Remove("biz_content", out var body);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{now.GatewayUrl}?{AlipayRequest.Query(parameters)}")
        {
            Content = new FormUrlEncodedContent([new("biz_content", body)]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded", "utf-8");
        using var client = http.CreateClient(AlipayGateway.Name);
        using var response = await client.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return AlipayAnswer.Read(await response.Content.ReadAsByteArrayAsync(cancel), method, now);
    }

    /// <summary>An address that the payer's browser opens.</summary>
    public Uri PageUrl(string method, IReadOnlyDictionary<string, string> content, Uri notify, Uri back)
    {
        var now = Setup;
        return new($"{now.GatewayUrl}?{AlipayRequest.Query(AlipayRequest.Of(now, method, content, clock.GetUtcNow().UtcDateTime, notify, back))}");
    }
}
