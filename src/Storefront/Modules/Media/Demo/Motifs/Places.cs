using System.Globalization;

namespace Storefront.Modules.Media.Demo.Motifs;

/// <summary>Where it grows, and whose hands it was in.</summary>
internal static class Places
{
    /// <summary>A whole landscape: ridges, terraces, white walls under dark tiles.</summary>
    public static void Village(Sketch sketch, string colour)
    {
        var (chance, palette) = (sketch.Chance, sketch.Palette);
        sketch.Box(0, 0, 400, 500, 0, palette.Wall).Dot(chance.Between(80, 320), chance.Between(90, 140), 52, palette.Glow);
        sketch.Line($"M{chance.Between(20, 60)} 96h70M{chance.Between(220, 260)} 70h90M{chance.Between(60, 120)} 150h50", "#FFFFFF66", 9);
        var far = Tint.Mix(palette.Wall, colour, 34);
        sketch.Path($"M0 240L{chance.Between(50, 90)} 150L130 214L{chance.Between(190, 230)} 128L290 220L{chance.Between(330, 360)} 168L400 226V500H0Z", far);
        sketch.Path($"M0 290Q80 210 160 262T310 232T400 262V500H0Z", Tint.Mix(palette.Wall, colour, 62)).Path($"M0 350Q120 268 230 322T400 300V500H0Z", colour);
        for (var house = 0; house < 5; house++) House(sketch, 36 + house * 70 + chance.Between(-10, 10), 322 + house % 2 * 22 + chance.Between(-6, 6), chance.Between(82, 112));
        for (var step = 0; step < 5; step++)
        {
            var y = 366 + step * 28;
            sketch.Path($"M0 {y + 12}Q110 {y - 16} 210 {y + 6}T400 {y}V500H0Z", step % 2 == 0 ? Tint.Lighter(colour, 26 - step * 4) : Tint.Darker(colour, 4 + step * 5));
            sketch.Line($"M0 {y + 12}Q110 {y - 16} 210 {y + 6}T400 {y}", Tint.Darker(colour, 26), 2);
        }
        foreach (var x in (ReadOnlySpan<int>)[24, 366, 336]) Tree(sketch, x + chance.Between(-8, 8), chance.Between(376, 408));
    }

    /// <summary>A grower in the middle of the land, with room around for every crop: the poster of a video.</summary>
    public static void Grower(Sketch sketch, string colour)
    {
        var land = sketch.Chance.Pick("#7E9A5E", "#9AA05A", "#6E8C6E", "#B09A5E");
        Village(sketch, land);
        sketch.Group($"translate(84 118)scale(.58)", () => Portrait(sketch, colour));
        var bush = Tint.Darker(land, 30);
        sketch.Path($"M0 428q24-34 50-6q26-40 56-6q30-34 58 0q32-30 60 2q26-36 58-2q30-32 58 4q32-28 60 8v72H0Z", bush).Path($"M0 458q30-30 60-4q28-34 62 0q34-28 64 2q30-30 64 0q28-30 62 2q40-30 88 4v38H0Z", Tint.Darker(bush, 24));
        sketch.Strokes(sketch.Scatter(200, 452, 190, 22, 22).Select(place => (place.X, place.Y, sketch.Chance.Between(-6, 6), -9)), Tint.Lighter(land, 20), 4);
    }

    /// <summary>A grower's plain portrait. Whoever wears a jacket of this colour is the same person on every sheet.</summary>
    public static void Portrait(Sketch sketch, string colour)
    {
        var chance = new Chance(int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        var (skin, woman, old) = (chance.Pick("#E3B188", "#D69E74", "#C98E66", "#EABF98"), sketch.Is("woman"), sketch.Is("old"));
        var hair = old ? chance.Pick("#C9C2B6", "#A79F94") : "#33271F";
        sketch.Path($"M44 500Q48 398 130 376L170 360H230L270 376Q352 398 356 500Z", colour).Path($"M270 376Q352 398 356 500H296Q300 430 270 376Z", Tint.Darker(colour, 14));
        sketch.Path($"M164 330H236V372Q200 404 164 372Z", Tint.Darker(skin, 12)).Path($"M150 368L200 420L250 368L268 378L204 470L132 378Z", Tint.Lighter(colour, 32)).Line($"M202 452V500", Tint.Darker(colour, 26), 3).Dot(212, 474, 4, Tint.Darker(colour, 40));
        if (woman) sketch.Path($"M118 262Q108 166 200 160T282 262Q290 330 268 346H132Q110 330 118 262Z", hair);
        sketch.Oval(124, 272, 13, 19, Tint.Darker(skin, 10)).Oval(276, 272, 13, 19, Tint.Darker(skin, 10));
        sketch.Path($"M128 240Q128 172 200 172T272 240V276Q268 352 200 358Q132 352 128 276Z", skin).Oval(150, 298, 17, 11, "#D9705533").Oval(250, 298, 17, 11, "#D9705533");
        Face(sketch, chance, skin, hair);
        Hat(sketch, chance.Between(0, 3), hair, woman);
    }

    private static void Face(Sketch sketch, Chance chance, string skin, string hair)
    {
        var (deep, woman, old) = (Tint.Darker(skin, 38), sketch.Is("woman"), sketch.Is("old"));
        sketch.Line($"M154 262q13-11 26 0M220 262q13-11 26 0", Tint.Ink, 5).Line($"M150 242q15-10 32-3M218 239q17-7 32 3", old ? hair : Tint.Ink, woman ? 4 : 6);
        sketch.Line($"M200 268q-12 24-2 30q6 2 10-2", deep, 4).Path($"M168 314Q200 322 232 314Q224 342 200 342T168 314Z", "#8E3B32").Path($"M174 316Q200 323 226 316Q222 326 200 326T174 316Z", Tint.Paper);
        if (old) sketch.Line($"M142 270l-9-5M142 278l-9 2M258 270l9-5M258 278l9 2M158 300q-6 12 0 24M242 300q6 12 0 24M176 214q24-6 48 0M182 202q18-4 36 0", Tint.Darker(skin, 22), 3);
        if (!woman && chance.In100(40)) sketch.Path($"M166 308Q184 298 200 304Q216 298 234 308Q216 312 200 310T166 308Z", hair);
        if (!woman && old && chance.In100(50)) sketch.Path($"M178 346Q200 352 222 346Q216 392 200 400Q184 392 178 346Z", hair);
    }

    private static void Hat(Sketch sketch, int kind, string hair, bool woman)
    {
        var strong = sketch.Palette.Strong;
        switch (kind)
        {
            case 0:
                sketch.Path($"M46 226Q80 200 132 190Q150 104 200 104T268 190Q320 200 354 226Q200 262 46 226Z", Tint.Straw).Path($"M132 190Q200 216 268 190L271 210Q200 236 129 210Z", strong).Path($"M46 226Q200 262 354 226Q280 246 200 246T46 226Z", Tint.Darker(Tint.Straw, 26));
                sketch.Line($"M160 130Q200 118 240 130M150 156Q200 142 250 156", Tint.Darker(Tint.Straw, 16), 3);
                break;
            case 1:
                sketch.Path($"M30 232L200 92L370 232Q200 262 30 232Z", Tint.Straw).Path($"M200 92L370 232Q300 246 240 248Z", Tint.Darker(Tint.Straw, 12));
                for (var x = 60; x < 350; x += 35) sketch.Line($"M200 98L{x} {238 + (200 - Math.Abs(x - 200)) / 20}", Tint.Darker(Tint.Straw, 24), 2);
                sketch.Line($"M112 178Q200 204 288 178", Tint.Darker(Tint.Straw, 24), 3);
                break;
            case 2 when woman:
                sketch.Path($"M112 268Q96 142 200 136T288 268Q276 206 200 196T112 268Z", strong).Path($"M266 330Q306 350 316 392L272 366Z", strong);
                foreach (var (x, y) in (ReadOnlySpan<(int, int)>)[(140, 196), (172, 168), (206, 158), (240, 172), (266, 206)]) sketch.Dot(x, y, 7, Tint.Paper);
                break;
            default:
                if (woman) sketch.Path($"M126 250Q132 168 200 166T274 250Q262 204 214 196Q160 214 126 250Z", hair).Dot(200, 152, 30, hair).Line($"M176 148h48", strong, 6);
                else sketch.Path($"M124 246Q112 160 200 150T276 246Q268 206 244 200Q190 212 160 196Q134 208 124 246Z", hair);
                break;
        }
    }

    private static void House(Sketch sketch, int x, int y, int percent) =>
        sketch.Define("house", () => sketch.Box(0, 0, 54, 34, 0, "#F7F0E0").Box(36, 0, 18, 34, 0, "#E4D8C0").Path($"M-9 3Q6-4 10-22H44Q48-4 63 3Z", "#4A4640").Line($"M8-22h38", "#7A7266", 4)
            .Path($"M11 12h9v22h-9ZM28 11h9v9h-9Z", "#6B4A36")).Stamp("house", $"translate({x} {y})scale({percent / 100.0})");

    private static void Tree(Sketch sketch, int x, int y) =>
        sketch.Define("tree", () => sketch.Box(-3, 0, 7, 44, 2, "#6E4E34").Oval(0, -14, 24, 32, "#3F6440").Oval(-7, -22, 9, 13, "#5B8456")).Stamp("tree", x, y);
}
