using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Channels.Push;
using Storefront.Tests.Support;
using Answer = Storefront.Modules.Notifications.Channels.Answer;

namespace Storefront.Tests.Seams.Channels;

/// <summary>Where a message goes was said by a browser: never to this machine or its neighbours.</summary>
public sealed class PushOutwardTests
{
    [Fact]
    public async Task The_shop_as_it_is_set_up_pushes_to_no_neighbour()
    {
        await using var app = await StoreApp.StartAsync();
        using var browser = new TestBrowser();
        var verdict = await app.RunAsync<PushChannel, Verdict>(
            channel => channel.SendAsync(new(Way.Push, "https://localhost/send", "{}") { Keys = browser.Keys }, default));
        Assert.Equal(new(Answer.Refused, "private address"), verdict);
    }
}
