using Storefront.Load.Clients;

namespace Storefront.Load.Bench;

/// <summary>The same thing measured once a round.</summary>
internal sealed class Series(string name)
{
    private readonly List<Sample> _samples = [];

    public string Name { get; } = name;

    public double PerSecond => Median(sample => sample.PerSecond);

    public double P50 => Median(sample => sample.P50);

    public double P99 => Median(sample => sample.P99);

    public double Longest => _samples.Max(sample => sample.Max);

    public int Failures => _samples.Sum(sample => sample.Failures);

    public void Add(Sample sample) => _samples.Add(sample);

    private double Median(Func<Sample, double> of) => _samples.Select(of).Order().ElementAt(_samples.Count / 2);
}

/// <summary>What the design asks for, as a ratio inside this run.</summary>
internal sealed record Goal(string What, double Ratio, double Wanted, bool AtLeast = true)
{
    public bool Met => AtLeast ? Ratio >= Wanted : Ratio <= Wanted;
}
