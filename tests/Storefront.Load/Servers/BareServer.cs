using Microsoft.AspNetCore.ResponseCompression;
using Storefront.Data;

namespace Storefront.Load.Servers;

/// <summary>Yardstick C: the pages of this project, each one compiled query and a few tags. Compresses as the shop does when it is asked to.</summary>
internal static class BareServer
{
    public static WebApplication Build(string folder, string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.Services.AddData(new() { Folder = folder });
        builder.Services.AddRazorPages();
        builder.Services.AddResponseCompression(options => options.Providers.Add<BrotliCompressionProvider>());
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Optimal);
        var app = builder.Build();
        app.UseResponseCompression();
        app.MapRazorPages();
        return app;
    }
}
