using Storefront.Shared;

namespace Storefront.Modules.Media.Contracts;

/// <summary>Uploads that nobody needs any more, because their person was erased or their time is over: their files go.</summary>
/// <param name="Papers">Codes of private papers.</param>
/// <param name="Photos">Codes of pictures.</param>
public sealed record PapersDropped(IReadOnlyList<string> Papers, IReadOnlyList<string> Photos) : IEvent;
