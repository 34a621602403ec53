namespace Storefront.Tests.Support;

/// <summary>Where the sources lie.</summary>
public static class Repo
{
    public static string Root { get; } = Find();

    /// <summary>The folder of real inputs beside the project, or null where it is absent.</summary>
    public static string? Shared => Directory.Exists(Path.Combine(Root, "../shared")) ? Path.GetFullPath(Path.Combine(Root, "../shared")) : null;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Storefront.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException("Storefront.sln was not found above the tests.");
    }
}
