using System.Collections.Concurrent;

namespace Storefront.Modules.Notifications.Channels.Development;

/// <summary>Sends nothing: keeps the last messages for the page /dev/messages. Ready in Development only.</summary>
internal sealed class DevelopmentChannel(IHostEnvironment environment, TimeProvider clock) : IMessageChannel
{
    private const int Kept = 200;
    private readonly ConcurrentQueue<Sent> _messages = [];

    public bool IsReady => environment.IsDevelopment();

    public IEnumerable<Sent> Messages => _messages.Reverse();

    public bool Reaches(Way way) => way is Way.Sms or Way.Email;

    public Task<Verdict> SendAsync(Message message, CancellationToken cancel)
    {
        _messages.Enqueue(new(clock.GetUtcNow().UtcDateTime, message.To, message.Text));
        while (_messages.Count > Kept) _messages.TryDequeue(out _);
        return Task.FromResult(Verdict.Accepted);
    }

    internal sealed record Sent(DateTime At, string Address, string Text);

    internal sealed class Setup : IChannelSetup
    {
        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
            services.AddSingleton<DevelopmentChannel>();
            services.AddSingleton<IMessageChannel>(provider => provider.GetRequiredService<DevelopmentChannel>());
        }
    }
}
