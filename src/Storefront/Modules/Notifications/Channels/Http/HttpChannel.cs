using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storefront.Modules.Notifications.Channels.Http;

/// <summary>
/// Posts each message as JSON {"to","text"}, an e-mail with {"subject","unsubscribe"} where it has them, to an address of the operator's, who hands it
/// to an SMS or mail vendor. Ready when Messages:Http:Url is set; Messages:Http:Secret goes along as a bearer token.
/// </summary>
internal sealed class HttpChannel(HttpClient http, HttpChannelOptions options) : IMessageChannel
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public bool IsReady => options.Url is { IsAbsoluteUri: true };

    public bool Reaches(Way way) => way is Way.Sms or Way.Email;

    public async Task<Verdict> SendAsync(Message message, CancellationToken cancel)
    {
        var body = new { to = message.To, text = message.Text, subject = message.Subject, unsubscribe = message.Unsubscribe };
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = JsonContent.Create(body, options: Json) };
        if (options.Secret.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Secret);
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            return Judge(answer);
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

    // A wrong secret or address is the operator's to mend, so what waits for it is kept.
    private static Verdict Judge(HttpResponseMessage answer) => answer.StatusCode switch
    {
        _ when answer.IsSuccessStatusCode => Verdict.Accepted,
        HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new(Answer.Refused, $"HTTP {(int)answer.StatusCode}"),
        _ => new(Answer.Later, $"HTTP {(int)answer.StatusCode}", answer.Headers.RetryAfter?.Delta),
    };

    internal sealed class Setup : IChannelSetup
    {
        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
            services.AddSingleton(configuration.GetSection("Messages:Http").Get<HttpChannelOptions>() ?? new());
            services.AddHttpClient<IMessageChannel, HttpChannel>(http => http.Timeout = TimeSpan.FromSeconds(10))
                .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        }
    }
}

internal sealed class HttpChannelOptions
{
    public Uri? Url { get; set; }

    public string Secret { get; set; } = "";
}
