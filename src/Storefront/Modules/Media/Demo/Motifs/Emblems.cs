namespace Storefront.Modules.Media.Demo.Motifs;

/// <summary>Small things that many sheets share.</summary>
internal static class Emblems
{
    extension(Sketch sketch)
    {
        public Sketch Bee(int x, int y, int percent, int turn = 0) => sketch.Define("bee", () =>
        {
            sketch.Oval(-7, -17, 9, 16, "#FFFFFFCC", -24).Oval(9, -17, 9, 16, "#FFFFFFCC", 24);
            sketch.Oval(0, 0, 22, 14, "#E8A92E").Path($"M-6-14Q0 0-6 14L1 14Q7 0 1-14ZM8-13Q14 0 8 13L14 10Q19 0 14-10Z", Tint.Ink).Dot(-19, 0, 8, Tint.Ink);
            sketch.Line($"M-22-6Q-28-14-33-13M-19-8Q-20-16-26-20", Tint.Ink, 2);
        }).Stamp("bee", $"translate({x} {y})rotate({turn})scale({percent / 100.0})");

        public Sketch Leaf(int x, int y, int length, int turn, string colour) =>
            sketch.Define("leaf", () => sketch.Path($"M0 0Q33-40 100 0Q50 33 0 0Z", Sketch.Any).Path($"M0 0Q50 33 100 0Z", "#2A200E2E"))
                .Stamp("leaf", $"translate({x} {y})rotate({turn})scale({length / 100.0})", colour);

        public Sketch Blossom(int x, int y, int r, string colour, string heart)
        {
            for (var petal = 0; petal < 5; petal++)
            {
                var angle = petal * 72 * Math.PI / 180 - 1.57;
                sketch.Oval(x + (int)(r * .62 * Math.Cos(angle)), y + (int)(r * .62 * Math.Sin(angle)), r * 5 / 9, r * 4 / 9, colour, petal * 72 - 90);
            }
            return sketch.Dot(x, y, r / 3, heart);
        }

        public Sketch Sprig(int x, int y, int length, int turn, string colour) => sketch.Group($"translate({x} {y}) rotate({turn})", () =>
        {
            sketch.Line($"M0 0Q{length / 2} {-length / 8} {length} 0", Tint.Darker(colour, 25), 4);
            for (var at = 1; at < 4; at++)
                sketch.Leaf(length * at / 4, -length / 16, length * 2 / 5, -48 + at * 4, colour).Leaf(length * at / 4, -length / 16, length * 2 / 5, 40 - at * 4, Tint.Darker(colour, 10));
            sketch.Leaf(length - 4, 0, length * 2 / 5, -4, colour);
        });

        /// <summary>Steam over a cup.</summary>
        public Sketch Steam(int x, int y) =>
            sketch.Line($"M{x - 22} {y}q-16-24 0-44t0-40M{x + 6} {y + 4}q-16-28 0-50t0-46M{x + 32} {y}q-14-20 0-38t0-34", Tint.Steam, 6);

        /// <summary>A paper label with a picture of what is inside.</summary>
        public Sketch Label(int x, int y, int width, int height, string ink, bool bees = false)
        {
            sketch.Box(x, y, width, height, 5, Tint.Paper).Line($"M{x + 6} {y + 6}h{width - 12}v{height - 12}h{12 - width}Z", ink, 2);
            var (cx, cy) = (x + width / 2, y + height * 2 / 5);
            var r = Math.Min(width, height) / 4;
            switch (sketch.Chance.Between(bees ? 0 : 1, 4))
            {
                case 0: sketch.Bee(cx, cy + 3, r * 4, 8); break;
                case 1: sketch.Blossom(cx, cy, r + 4, ink, "#E8B447"); break;
                case 2: sketch.Path($"M{x + 10} {cy + r}L{cx - r / 2} {cy - r}L{cx + 4} {cy + r / 3}L{cx + r} {cy - r / 2}L{x + width - 10} {cy + r}Z", ink).Dot(cx + r, cy - r, r / 3, "#E8B447"); break;
                case 3: sketch.Leaf(cx - r, cy + r / 2, r * 2, -35, Tint.Leaf).Leaf(cx - r, cy + r / 2, r * 3 / 2, 12, Tint.Leaf); break;
                default: sketch.Dot(cx, cy, r, ink).Line($"M{cx - r / 2} {cy + r / 3}q{r / 2}{-r} {r} 0", Tint.Paper, 3); break;
            }
            var (left, low) = (x + width / 5, y + height * 3 / 4);
            return sketch.Line($"M{left} {low}h{width * 3 / 5}M{left + width / 10} {low + 9}h{width * 2 / 5}", ink, 3);
        }

        /// <summary>A round of things that lie scattered: each place once, front ones last.</summary>
        public IEnumerable<(int X, int Y)> Scatter(int x, int y, int rx, int ry, int count) =>
            Enumerable.Range(0, count).Select(at =>
            {
                var (angle, reach) = (at * 2.399963 + sketch.Chance.Between(-15, 15) / 100.0, Math.Sqrt((at + .5) / count));
                return (X: x + (int)(rx * reach * Math.Cos(angle)), Y: y + (int)(ry * reach * Math.Sin(angle)));
            }).OrderBy(place => place.Y).ToList();
    }
}
