using System.Text;

namespace Storefront.Modules.Shipping.Regions;

/// <summary>
/// All regions of one level, ordered by code: three flat blocks of memory instead of tens of thousands of small strings.
/// </summary>
internal sealed class RegionLevel
{
    private readonly int[] _codes;
    private readonly int[] _starts;
    private readonly string _names;

    private RegionLevel(int digits, int[] codes, int[] starts, string names)
    {
        Digits = digits;
        _codes = codes;
        _starts = starts;
        _names = names;
    }

    public int Digits { get; }

    public ReadOnlySpan<char> NameAt(int index) => _names.AsSpan(_starts[index].._starts[index + 1]);

    public int CodeAt(int index) => _codes[index];

    /// <summary>Negative when there is none of this code.</summary>
    public int Find(int code) => Array.BinarySearch(_codes, code);

    /// <summary>Where the regions stand whose codes begin with this one; all of them for no digits.</summary>
    public Range Under(int code, int digits)
    {
        if (digits == 0) return ..(_codes.Length);
        var factor = (int)Math.Pow(10, Digits - digits);
        return IndexOf(code * factor)..IndexOf((code + 1) * factor);
    }

    private int IndexOf(int code) => Array.BinarySearch(_codes, code) is var index && index < 0 ? ~index : index;

    internal sealed class Builder(int digits)
    {
        private readonly List<int> _codes = [];
        private readonly List<int> _starts = [];
        private readonly StringBuilder _names = new();

        public void Add(int code, ReadOnlySpan<char> name)
        {
            _codes.Add(code);
            _starts.Add(_names.Length);
            _names.Append(name);
        }

        public RegionLevel Build() => new(digits, [.. _codes], [.. _starts, _names.Length], _names.ToString());
    }
}
