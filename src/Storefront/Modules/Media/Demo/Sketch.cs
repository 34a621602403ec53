using System.Text;

namespace Storefront.Modules.Media.Demo;

/// <summary>A sheet of 400 × 500 on which motifs draw flat shapes; the table's edge is at 385, things stand on about 430.</summary>
internal sealed class Sketch(int seed, params IReadOnlyList<string> words)
{
    public const int Width = 400;
    public const int Height = 500;

    /// <summary>The colour of a shape that is given one when it is stamped.</summary>
    public const string Any = "";

    private readonly StringBuilder _svg = new();
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);

    public Chance Chance { get; } = new(seed);

    public Palette Palette { get; } = Palette.Of(seed);

    /// <summary>Whether the wish for this sheet had this word: "woman", "old".</summary>
    public bool Is(string word) => words.Contains(word, StringComparer.Ordinal);

    public Sketch Path(FormattableString d, string fill) => Add($"<path d=\"{Tight(d)}\"{Filled(fill)}/>");

    public Sketch Line(FormattableString d, string stroke, int width) =>
        Add($"<path d=\"{Tight(d)}\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>");

    public Sketch Dot(int x, int y, int r, string fill) => Add($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{Filled(fill)}/>");

    /// <summary>Many short strokes of one ink in one path: grains, threads, petals.</summary>
    public Sketch Strokes(IEnumerable<(int X, int Y, int Dx, int Dy)> strokes, string stroke, int width) =>
        Line($"{string.Concat(strokes.Select(one => FormattableString.Invariant($"M{one.X} {one.Y}l{one.Dx} {one.Dy}")))}", stroke, width);

    public Sketch Ring(int x, int y, int r, string stroke, int width) =>
        Add($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>");

    public Sketch Oval(int x, int y, int rx, int ry, string fill, int turn = 0) =>
        Add($"<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\"{Filled(fill)}{Turned(turn, x, y)}/>");

    public Sketch Box(int x, int y, int width, int height, int radius, string fill, int turn = 0) =>
        Add($"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\"{Filled(fill)}{Turned(turn, x + width / 2, y + height / 2)}/>");

    /// <summary>Everything drawn inside is moved, turned or scaled together.</summary>
    public Sketch Group(FormattableString transform, Action draw) => Wrap($"<g transform=\"{FormattableString.Invariant(transform)}\">", draw, "</g>");

    /// <summary>Everything drawn inside is cut to this outline.</summary>
    public Sketch Cut(string name, FormattableString outline, Action draw) =>
        Wrap($"<clipPath id=\"{name}\"><path d=\"{Tight(outline)}\"/></clipPath><g clip-path=\"url(#{name})\">", draw, "</g>");

    /// <summary>Draws once what <see cref="Stamp(string, int, int, int, string)"/> prints often; said again it does nothing.</summary>
    public Sketch Define(string name, Action draw) => !_defined.Add(name) ? this : Wrap($"<defs><g id=\"{name}\">", draw, "</g></defs>");

    /// <summary>Prints what was defined. A shape whose colour is <see cref="Any"/> takes <paramref name="fill"/>.</summary>
    public Sketch Stamp(string name, int x, int y, int turn = 0, string fill = Any) =>
        Add($"<use href=\"#{name}\"{(turn == 0 ? $" x=\"{x}\" y=\"{y}\"" : $" transform=\"translate({x} {y})rotate({turn})\"")}{Filled(fill)}/>");

    public Sketch Stamp(string name, FormattableString transform, string fill = Any) =>
        Add($"<use href=\"#{name}\" transform=\"{FormattableString.Invariant(transform)}\"{Filled(fill)}/>");

    /// <summary>The soft shadow under a thing that stands on the table.</summary>
    public Sketch Shadow(int x, int y, int rx) => Oval(x, y, rx, Math.Max(6, rx / 7), Tint.Shade);

    public override string ToString() => $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"800\" height=\"1000\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">{_svg}</svg>";

    private static string Filled(string fill) => fill.Length == 0 ? "" : $" fill=\"{fill}\"";

    private static string Turned(int turn, int x, int y) => turn == 0 ? "" : $" transform=\"rotate({turn} {x} {y})\"";

    private static string Tight(FormattableString d) => FormattableString.Invariant(d);

    private Sketch Add(string element)
    {
        _svg.Append(element);
        return this;
    }

    private Sketch Wrap(string before, Action draw, string after)
    {
        _svg.Append(before);
        draw();
        _svg.Append(after);
        return this;
    }
}
