namespace Storefront.Tests.Seams.Payments;

/// <summary>How a vendor's server misbehaves on the wire.</summary>
public enum Mood
{
    Fine,

    /// <summary>Does the work and never says so.</summary>
    Silent,

    /// <summary>Does the work and answers after the caller has lost patience.</summary>
    Late,

    /// <summary>Does nothing and answers 500.</summary>
    Down,

    /// <summary>Does the work and answers 500 all the same.</summary>
    DownAfterwards,

    /// <summary>Closes the connection before the work.</summary>
    Dropped,

    /// <summary>Does the work and closes the connection.</summary>
    DroppedAfterwards,

    /// <summary>Answers 200 with a page of a proxy.</summary>
    Garbage,

    /// <summary>Answers with its own words under somebody else's signature.</summary>
    WronglySigned,

    /// <summary>Answers with its own words and no signature.</summary>
    NotSigned,

    /// <summary>Answers with words changed after they were signed.</summary>
    Changed,
}
