using System.Diagnostics;
using Storefront.Tests.Support;

namespace Storefront.Tests.House;

/// <summary>What is committed, for rules about everything that was written.</summary>
internal static class RepoFiles
{
    private static readonly string[] Built = ["bin", "obj", ".git", ".vs", "node_modules", "artifacts", "TestResults"];

    /// <summary>Every file that is or would be committed, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> All { get; } = [.. (FromGit() ?? FromDisk()).Where(path => File.Exists(Path.Combine(Repo.Root, path))).Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Repo.Root, path));

    /// <summary>Null where git is missing or the tree is an unpacked archive.</summary>
    private static string[]? FromGit()
    {
        var start = new ProcessStartInfo("git", ["-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        {
            WorkingDirectory = Repo.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. paths.Distinct(StringComparer.Ordinal)] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> FromDisk() => Directory.EnumerateFiles(Repo.Root, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repo.Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Intersect(Built, StringComparer.Ordinal).Any());
}
