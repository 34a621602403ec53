namespace Storefront.Shared;

/// <summary>Evicts cached public pages by tag. Call it after the change is saved; never inside a transaction.</summary>
public interface IPageCache
{
    Task EvictAsync(params IReadOnlyCollection<string> tags);
}
