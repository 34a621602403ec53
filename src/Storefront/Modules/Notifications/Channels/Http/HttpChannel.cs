using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Storefront.Modules.Notifications.Channels.Http;

/// <summary>
/// Posts each message as JSON {"to","text"} to an address of the operator's, who hands it to an SMS or mail vendor.
/// Ready when Messages:Http:Url is set; Messages:Http:Secret goes along as a bearer token.
/// </summary>
internal sealed class HttpChannel(HttpClient http, HttpChannelOptions options) : IMessageChannel
{
    public bool IsReady => options.Url is { IsAbsoluteUri: true };

    public bool Reaches(bool phone) => true;

    public async Task SendAsync(string address, string text, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = JsonContent.Create(new { to = address, text }) };
        if (options.Secret.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Secret);
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            answer.EnsureSuccessStatusCode();
        }
        catch (TaskCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException("The message channel did not answer in time.", late);
        }
    }

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
