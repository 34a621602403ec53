using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Storefront.Shared;

namespace Storefront.Modules.Notifications.Channels.Push;

/// <summary>Web push (RFC 8030). Where a message goes was said by a browser, so the call goes through <see cref="PublicInternet"/>.</summary>
internal sealed class PushChannel(IHttpClientFactory clients, VapidKeys keys, TimeProvider clock) : IMessageChannel, IPushIdentity
{
    public const string Client = "push";
    private static readonly string KeptSeconds = TimeSpan.FromDays(1).TotalSeconds.ToString(CultureInfo.InvariantCulture);

    public bool IsReady => true;

    public string PublicKey => keys.PublicKey;

    public bool Reaches(Way way) => way == Way.Push;

    /// <summary>A name over https at the usual port, with the keys that the standard asks for.</summary>
    public bool IsSound(string endpoint, PushKeys keys) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri is { Scheme: "https", IsDefaultPort: true, HostNameType: UriHostNameType.Dns, UserInfo: "" }
        && uri.Host.Contains('.', StringComparison.Ordinal) && PushSeal.IsPoint(Decode(keys.P256dh)) && Decode(keys.Auth).Length == PushSeal.AuthLength;

    public async Task<Verdict> SendAsync(Message message, CancellationToken cancel)
    {
        var plain = Encoding.UTF8.GetBytes(message.Text);
        if (plain.Length > PushSeal.MaxPlain) return new(Answer.Refused, "too long");
        if (message.Keys is null || !Uri.TryCreate(message.To, UriKind.Absolute, out var endpoint) || endpoint.Scheme != Uri.UriSchemeHttps) return new(Answer.Refused, "no address for push");
        using var request = Write(message, endpoint, PushSeal.Seal(plain, Base64Url.DecodeFromChars(message.Keys.P256dh), Base64Url.DecodeFromChars(message.Keys.Auth)));
        try
        {
            using var answer = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return Judge(answer);
        }
        catch (HttpRequestException failure) when ((failure.InnerException ?? failure) is NotPublicException)
        {
            return new(Answer.Refused, "private address");
        }
        catch (HttpRequestException failure)
        {
            return new(Answer.Later, failure.HttpRequestError.ToString());
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(Answer.Later, "timeout");
        }
    }

    private static byte[] Decode(string text) => text.Length < 100 && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];

    private HttpRequestMessage Write(Message message, Uri endpoint, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.Authorization = new AuthenticationHeaderValue("vapid", keys.SignFor(endpoint));
        request.Headers.Add("TTL", KeptSeconds);
        request.Headers.Add("Urgency", "high");
        // A message with the same topic takes the place of one that has not reached the phone yet: sent twice, it is shown once.
        if (message.Id is { } id) request.Headers.Add("Topic", id);
        return request;
    }

    private Verdict Judge(HttpResponseMessage answer) => answer.StatusCode switch
    {
        _ when answer.IsSuccessStatusCode => Verdict.Accepted,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new(Answer.Gone, $"HTTP {(int)answer.StatusCode}"),
        HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new(Answer.Later, $"HTTP {(int)answer.StatusCode}", PauseOf(answer.Headers.RetryAfter)),
        _ => new(Answer.Refused, $"HTTP {(int)answer.StatusCode}"),
    };

    private TimeSpan? PauseOf(RetryConditionHeaderValue? asked) => asked?.Delta ?? (asked?.Date is { } date ? date - clock.GetUtcNow() : null);

    internal sealed class Setup : IChannelSetup
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
            services.AddSingleton(configuration.GetSection("Push").Get<PushOptions>() ?? new());
            services.AddSingleton<VapidKeys>();
            services.AddSingleton<PushChannel>();
            services.AddSingleton<IPushIdentity>(provider => provider.GetRequiredService<PushChannel>());
            services.AddSingleton<IMessageChannel>(provider => provider.GetRequiredService<PushChannel>());
            services.AddHttpClient(Client, http => http.Timeout = Patience).ConfigurePrimaryHttpMessageHandler(() => new PublicInternet().CreateHandler());
        }
    }
}
