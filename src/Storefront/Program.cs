using Storefront.Host;
using Storefront.Shared;

try
{
    var app = StoreHost.Build(args);
    await app.PrepareAsync();
    await app.RunAsync();
    return 0;
}
catch (ConfigurationException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 78; // EX_CONFIG
}
