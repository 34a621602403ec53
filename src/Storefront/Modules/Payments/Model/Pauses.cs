namespace Storefront.Modules.Payments.Model;

/// <summary>How long to wait before a vendor is asked again: twice as long every time, up to a limit.</summary>
internal static class Pauses
{
    // Doubled so often, every first pause of ours has passed its limit.
    private const int Doublings = 12;

    /// <param name="tries">How often it was asked already; 0 gives <paramref name="first"/>.</param>
    public static TimeSpan After(int tries, TimeSpan first, TimeSpan longest) => TimeSpan.FromTicks(Math.Min(longest.Ticks, first.Ticks << Math.Min(tries, Doublings)));
}
