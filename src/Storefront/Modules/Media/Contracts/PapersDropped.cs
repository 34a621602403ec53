using Storefront.Shared;

namespace Storefront.Modules.Media.Contracts;

/// <summary>The uploads of somebody who was erased are not needed any more: their files go.</summary>
/// <param name="AccountId">Whose private papers go, used or not, except <paramref name="Kept"/>.</param>
/// <param name="Dropped">Codes of papers that go whoever uploaded them.</param>
/// <param name="Kept">Codes of papers that a shop still needs.</param>
/// <param name="Photos">Codes of pictures that go.</param>
public sealed record PapersDropped(long AccountId, IReadOnlyList<string> Dropped, IReadOnlyList<string> Kept, IReadOnlyList<string> Photos) : IEvent;
