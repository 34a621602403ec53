namespace Storefront.Modules.Media.Demo;

/// <summary>Small repeatable chance: the same seed draws the same picture on every machine and every runtime.</summary>
internal sealed class Chance(int seed)
{
    private uint _state = Stir(seed);

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (uint)(most - least + 1));

    /// <summary>True in so many of a hundred cases.</summary>
    public bool In100(int cases) => Between(1, 100) <= cases;

    public T Pick<T>(params IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    /// <summary>Neighbouring seeds must not look like neighbours.</summary>
    private static uint Stir(int seed)
    {
        var mixed = unchecked((uint)seed + 0x9E3779B9u);
        mixed = unchecked((mixed ^ mixed >> 16) * 0x85EBCA6Bu);
        mixed = unchecked((mixed ^ mixed >> 13) * 0xC2B2AE35u);
        return (mixed ^ mixed >> 16) | 1u;
    }

    private uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state >> 3;
    }
}
