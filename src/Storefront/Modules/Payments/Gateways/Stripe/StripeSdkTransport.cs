#if FULL_FEED
using System.Text;
using Sdk = global::Stripe;

namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>The vendor's SDK. It neither retries, which is the rim's, nor reports about our calls.</summary>
internal sealed class StripeSdkTransport(IHttpClientFactory http) : IStripeTransport
{
    public async Task<StripeAnswer> SendAsync(StripeCall call, CancellationToken cancel)
    {
        using var plain = http.CreateClient(StripeGateway.Name);
        var client = new Sdk.StripeClient(new Sdk.StripeClientOptions
        {
            ApiKey = call.Setup.SecretKey,
            ApiBase = call.Setup.Server.GetLeftPart(UriPartial.Authority),
            HttpClient = new Sdk.SystemNetHttpClient(plain, maxNetworkRetries: 0, appInfo: null, enableTelemetry: false),
        });
        // The SDK's own version would go out otherwise; it may only be set this way.
        var options = new Sdk.RawRequestOptions { IdempotencyKey = call.IdempotencyKey, AdditionalHeaders = { [StripeCall.VersionHeader] = StripeCall.Version } };
        try
        {
            return Answer(await client.RawRequestAsync(call.Method, call.Path, call.Form, options, cancel));
        }
        catch (Sdk.StripeException refusal) when (refusal.StripeResponse is { } response)
        {
            return Answer(response);
        }
    }

    /// <remarks>A time that is none, or of another age, is no refusal of the SDK but a failed conversion.</remarks>
    public bool Verifies(ReadOnlyMemory<byte> body, string header, string secret, DateTime at)
    {
        try
        {
            Sdk.EventUtility.ValidateSignature(
                Encoding.UTF8.GetString(body.Span), header, secret, Sdk.EventUtility.DefaultTimeTolerance, new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds());
            return true;
        }
        catch (Exception failure) when (failure is Sdk.StripeException or FormatException or OverflowException)
        {
            return false;
        }
    }

    private static StripeAnswer Answer(Sdk.StripeResponse response) =>
        new((int)response.StatusCode, response.Content, response.Headers.TryGetValues(StripeCall.ReplayedHeader, out var said) && said.Contains("true"));
}
#endif
