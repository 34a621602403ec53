using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Storefront.Tests.Support;

/// <summary>An environment by name, for what is wired without the whole program.</summary>
internal sealed class Place(string name) : IHostEnvironment
{
    public string EnvironmentName { get; set; } = name;

    public string ApplicationName { get; set; } = "tests";

    public string ContentRootPath { get; set; } = "/";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
