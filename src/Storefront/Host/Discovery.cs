namespace Storefront.Host;

/// <summary>Everything Host knows about the modules: what can be found in the assembly.</summary>
internal static class Discovery
{
    public static readonly IReadOnlyList<Type> Types = [.. typeof(Discovery).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false })];

    public static IEnumerable<Type> Implementing<T>() => Types.Where(type => type.IsAssignableTo(typeof(T)));

    public static IReadOnlyList<T> Make<T>() => [.. Implementing<T>().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => (T)Activator.CreateInstance(type)!)];
}
