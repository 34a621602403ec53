using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using Storefront.Shared;

namespace Storefront.Tests.House;

/// <summary>One type mentions another. <paramref name="Home"/> is the assembly <paramref name="To"/> lives in.</summary>
internal sealed record Edge(string From, string To, string Home);

/// <summary>Everything a compiled assembly says about who knows whom.</summary>
internal sealed partial class AssemblyScan
{
    private readonly PEReader _file;
    private readonly MetadataReader _reader;

    private AssemblyScan(PEReader file)
    {
        _file = file;
        _reader = file.GetMetadataReader();
        Views = ReadViews();
        Types = [.. _reader.TypeDefinitions.Select(type => Named(TypesSeen.NameOf(_reader, type))).Distinct(StringComparer.Ordinal)];
        Edges = [.. _reader.TypeDefinitions.SelectMany(EdgesOf).Distinct()];
    }

    public static string ShopPath { get; } = typeof(IModule).Assembly.Location;

    /// <summary>The real one, read once.</summary>
    public static AssemblyScan Shop { get; } = Of(File.OpenRead(ShopPath));

    /// <summary>The class a view compiled into, and the type name its folder stands for.</summary>
    public IReadOnlyDictionary<string, string> Views { get; }

    public IReadOnlyList<string> Types { get; }

    public IReadOnlyList<Edge> Edges { get; }

    public static AssemblyScan Of(Stream assembly)
    {
        using var file = new PEReader(assembly);
        return new(file);
    }

    [GeneratedRegex(@"Storefront(\.\w+)+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OurTypeName();

    /// <summary>RazorCompiledItem(type, kind, "/Modules/Cart/Pages/Index.cshtml"), once for each view.</summary>
    private Dictionary<string, string> ReadViews()
    {
        var views = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in _reader.GetAssemblyDefinition().GetCustomAttributes().Select(_reader.GetCustomAttribute))
        {
            var named = new TypesSeen(_reader);
            named.Add(attribute.Constructor);
            if (!named.Found.Any(type => type.Type.EndsWith(".RazorCompiledItemAttribute", StringComparison.Ordinal)))
                continue;
            var value = _reader.GetBlobReader(attribute.Value);
            value.ReadUInt16();
            var type = value.ReadSerializedString()!.Split(',')[0];
            value.ReadSerializedString();
            views[type] = "Storefront" + Path.ChangeExtension(value.ReadSerializedString()!, null).Replace('/', '.');
        }

        return views;
    }

    private string Named(string type) => Views.GetValueOrDefault(type, type);

    private IEnumerable<Edge> EdgesOf(TypeDefinitionHandle handle)
    {
        var from = Named(TypesSeen.NameOf(_reader, handle));
        var seen = new TypesSeen(_reader);
        ReadType(_reader.GetTypeDefinition(handle), seen);
        return seen.Found.Select(to => new Edge(from, Named(to.Type), to.Assembly)).Where(edge => edge.From != edge.To);
    }

    private void ReadType(TypeDefinition type, TypesSeen seen)
    {
        if (!type.BaseType.IsNil)
            seen.Add(type.BaseType);
        foreach (var face in type.GetInterfaceImplementations())
            seen.Add(_reader.GetInterfaceImplementation(face).Interface);
        ReadAttributes(type.GetCustomAttributes(), seen);
        ReadGenerics(type.GetGenericParameters(), seen);
        foreach (var field in type.GetFields())
        {
            seen.Add(field);
            ReadAttributes(_reader.GetFieldDefinition(field).GetCustomAttributes(), seen);
        }

        foreach (var property in type.GetProperties())
            ReadAttributes(_reader.GetPropertyDefinition(property).GetCustomAttributes(), seen);
        foreach (var happening in type.GetEvents())
            ReadAttributes(_reader.GetEventDefinition(happening).GetCustomAttributes(), seen);
        foreach (var method in type.GetMethods())
            ReadMethod(method, seen);
    }

    private void ReadMethod(MethodDefinitionHandle handle, TypesSeen seen)
    {
        var method = _reader.GetMethodDefinition(handle);
        seen.Add(handle);
        ReadAttributes(method.GetCustomAttributes(), seen);
        ReadGenerics(method.GetGenericParameters(), seen);
        foreach (var parameter in method.GetParameters())
            ReadAttributes(_reader.GetParameter(parameter).GetCustomAttributes(), seen);
        if (method.RelativeVirtualAddress == 0)
            return;
        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
            seen.Add(body.LocalSignature);
        foreach (var region in body.ExceptionRegions.Where(region => !region.CatchType.IsNil))
            seen.Add(region.CatchType);
        foreach (var (_, token) in Il.Read(body.GetILBytes()!).Where(step => step.Token != 0))
            seen.AddToken(token);
    }

    private void ReadGenerics(GenericParameterHandleCollection parameters, TypesSeen seen)
    {
        foreach (var constraint in parameters.SelectMany(parameter => _reader.GetGenericParameter(parameter).GetConstraints()))
            seen.Add(_reader.GetGenericParameterConstraint(constraint).Type);
    }

    /// <summary>typeof(X) inside an attribute is stored as text, and types of our own assembly stand there without its name.</summary>
    private void ReadAttributes(CustomAttributeHandleCollection attributes, TypesSeen seen)
    {
        foreach (var attribute in attributes.Select(_reader.GetCustomAttribute))
        {
            seen.Add(attribute.Constructor);
            foreach (Match type in OurTypeName().Matches(Encoding.Latin1.GetString(_reader.GetBlobBytes(attribute.Value))))
                seen.Found.Add((type.Value, "Storefront"));
        }
    }
}
