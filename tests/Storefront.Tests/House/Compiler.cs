using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Storefront.Tests.House;

/// <summary>Compiles made-up code, so that what reads assemblies can be shown what it must not miss.</summary>
internal static class Compiler
{
    private static readonly MetadataReference[] Framework = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Select(path => MetadataReference.CreateFromFile(path))];

    public static MemoryStream Build(string code)
    {
        var made = CSharpCompilation.Create("Storefront", [CSharpSyntaxTree.ParseText(code)], Framework, new(OutputKind.DynamicallyLinkedLibrary));
        var assembly = new MemoryStream();
        var result = made.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        assembly.Position = 0;
        return assembly;
    }
}
