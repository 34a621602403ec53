using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>Plain HTTP and the framework's HMAC.</summary>
internal sealed class StripeHttpTransport(IHttpClientFactory http) : IStripeTransport
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    public async Task<StripeAnswer> SendAsync(StripeCall call, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(call.Method, new Uri(call.Setup.Server, call.Path));
        request.Headers.Authorization = new("Bearer", call.Setup.SecretKey);
        request.Headers.Add(StripeCall.VersionHeader, StripeCall.Version);
        if (call.IdempotencyKey is { } key) request.Headers.Add(StripeCall.KeyHeader, key);
        if (call.Form is { } form) request.Content = new StringContent(form, Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded", "utf-8"));
        using var client = http.CreateClient(StripeGateway.Name);
        using var response = await client.SendAsync(request, cancel);
        var replayed = response.Headers.TryGetValues(StripeCall.ReplayedHeader, out var said) && said.Contains("true");
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancel), replayed);
    }

    public bool Verifies(ReadOnlyMemory<byte> body, string header, string secret, DateTime at)
    {
        var parts = header.Split(',').Select(part => part.Trim().Split('=', 2)).Where(part => part.Length == 2).ToLookup(part => part[0], part => part[1], StringComparer.Ordinal);
        if (!long.TryParse(parts["t"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{parts["t"].First()}.")), .. body.Span];
        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
        // All are compared, so that the time tells nothing of which one was near.
        var isSigned = parts["v1"].Aggregate(false, (found, signature) => CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)) | found);
        var now = new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds();
        return isSigned && Int128.Abs((Int128)now - seconds) <= (Int128)Tolerance.TotalSeconds;
    }
}
