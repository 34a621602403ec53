using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Load.Verify;

/// <summary>Puts every invariant to a database, which is opened as the shop opens it and only read.</summary>
internal static class VerifyDatabase
{
    public static async Task<int> RunAsync(string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(settings).Build();
        var options = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        options.Folder = new DataFolder(configuration["STOREFRONT_DATA"] ?? "data").Path;
        var services = new ServiceCollection();
        services.AddLogging().AddData(options);
        await using var provider = services.BuildServiceProvider();
        return await CheckAsync(provider) ? 0 : 1;
    }

    public static async Task<bool> CheckAsync(IServiceProvider provider)
    {
        var holds = true;
        foreach (var invariant in (IReadOnlyList<Invariant>)[.. GoodsInvariants.All, .. PaymentInvariants.All, .. BookInvariants.All, .. PathInvariants.All, .. PrivacyInvariants.All])
        {
            await using var scope = provider.CreateAsyncScope();
            var answer = await invariant.AskAsync(scope.ServiceProvider.GetRequiredService<StoreDb>());
            Console.WriteLine($"{invariant.Number} {invariant.Says}: {(answer.Holds ? $"ok ({answer.Looked})" : "BROKEN: " + string.Join("; ", answer.Wrong))}");
            holds &= answer.Holds;
        }
        return holds;
    }
}
