namespace Storefront.Shared;

/// <summary>The one folder (STOREFRONT_DATA, default ./data) that holds database, photos and keys. Backing it up backs up the shop.</summary>
public sealed class DataFolder
{
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"The data folder {Path} cannot be made ({failure.Message}); set STOREFRONT_DATA to a folder that can be written.");
        }
    }

    public string Path { get; }

    /// <summary>A folder inside, made when it is missing.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
