namespace Storefront.Tests.Support;

/// <summary>One running shop for the tests of a class.</summary>
public sealed class StoreFixture : IAsyncLifetime
{
    public StoreApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await StoreApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
