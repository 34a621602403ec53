using Storefront.Data.Events;
using Storefront.Modules.Media.Contracts;
using Storefront.Tests.Support;

namespace Storefront.Tests.Data;

public sealed class OutboxTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task An_event_too_long_for_one_engine_is_too_long_for_all() => await Assert.ThrowsAsync<InvalidOperationException>(() => shop.App.RunAsync<Outbox, bool>(outbox =>
    {
        outbox.Stage(new PapersDropped([new string('x', 4_001)], []));
        return Task.FromResult(true);
    }));
}
