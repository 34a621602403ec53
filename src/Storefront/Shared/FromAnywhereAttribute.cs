namespace Storefront.Shared;

/// <summary>Marks an end point that other servers post to (payment notices): they prove themselves by signature instead of by origin.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FromAnywhereAttribute : Attribute;
