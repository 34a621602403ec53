using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Storefront.Host;

namespace Storefront.Load.Servers;

/// <summary>What a child process does: it starts one server on a free port, says its address and serves until it is killed.</summary>
internal static class Serve
{
    private static readonly string[] Quiet = ["--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"];

    public static async Task<int> RunAsync(string kind, string folder, string[] settings)
    {
        // Neither Production, which would send us to https and hide the sandbox gateway, nor Development with its helpers.
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Measuring");
        await using var app = kind switch
        {
            "shop" => await ShopAsync(folder, settings),
            "bytes" => BytesServer.Build(folder, Quiet),
            "bare" => BareServer.Build(folder, Quiet),
            _ => throw new ArgumentException($"There is no server '{kind}'.", nameof(kind)),
        };
        await app.StartAsync();
        Console.WriteLine("listening " + app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>The shop as it is, without demo market unless a setting asks for it.</summary>
    public static WebApplication Shop(string folder, params string[] settings) =>
        StoreHost.Build(["--contentRoot", Path.Combine(Repository.Root, "src/Storefront"), "--STOREFRONT_DATA=" + folder, "--Demo:Enabled=false", .. Quiet, .. settings]);

    private static async Task<WebApplication> ShopAsync(string folder, string[] settings)
    {
        var app = Shop(folder, settings);
        await app.PrepareAsync();
        return app;
    }
}
