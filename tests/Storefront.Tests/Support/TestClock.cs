using Storefront.Shared;

namespace Storefront.Tests.Support;

/// <summary>Real time plus what the test has added.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    /// <summary>Lets time pass until a quarter past the next such hour of the shop's clock.</summary>
    public void WaitForHour(int hour)
    {
        var local = LocalTime.Of(GetUtcNow().UtcDateTime);
        var then = local.Date.AddHours(hour).AddMinutes(15);
        Advance((then > local ? then : then.AddDays(1)) - local);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
