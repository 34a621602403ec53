namespace Storefront.Load;

internal static class Repository
{
    /// <summary>The folder of the solution this program was built in.</summary>
    public static readonly string Root = Find(AppContext.BaseDirectory);

    private static string Find(string from) =>
        File.Exists(Path.Combine(from, "Storefront.sln")) ? from : Find(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("Run this from its repository."));
}
