namespace Storefront.Modules.Videos.Model;

/// <summary>Where the question stands what a short link leads to. Stored as a number: never renumber.</summary>
internal enum LookupState
{
    /// <summary>Not answered yet, or nothing to ask.</summary>
    Open = 0,
    Resolved = 1,
    GaveUp = 2,
}

/// <summary>Why a short link was not resolved. Stored as a number: never renumber.</summary>
internal enum LookupFailure
{
    None = 0,

    /// <summary>The platform could not be reached or was out of order: worth another try.</summary>
    NoAnswer = 1,

    /// <summary>It says there is no such link any more.</summary>
    Gone = 2,

    /// <summary>It answers with a page of its own instead of leading on.</summary>
    NoWay = 3,

    /// <summary>It leads away from the platform, in a circle, too far, or not over https.</summary>
    Astray = 4,

    /// <summary>The platform's name has an address that is not of the public internet: worth another try.</summary>
    NotPublic = 5,

    /// <summary>It leads to somebody's profile.</summary>
    Profile = 6,
}
