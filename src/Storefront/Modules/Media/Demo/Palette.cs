namespace Storefront.Modules.Media.Demo;

/// <summary>The inks of one sheet: wall, light behind the thing, far and near land, table, and one strong ink for cloth and labels.</summary>
internal sealed record Palette(string Wall, string Glow, string Far, string Near, string Table, string Strong)
{
    private static readonly IReadOnlyList<Palette> All =
    [
        new("#F6E4B8", "#F0C25A", "#C7BE86", "#93A569", "#C98F4E", "#B5452F"),
        new("#E3EAD3", "#F4D88A", "#A9C190", "#6E9564", "#BF9260", "#C46A2B"),
        new("#F3D9C6", "#E9A57B", "#C99E84", "#A8755A", "#8F5A3C", "#3F6B5A"),
        new("#D9E6E3", "#F6E2AE", "#9DBDB3", "#6B9388", "#C29A6A", "#A9472F"),
        new("#2F5148", "#E6BE63", "#3F6B5C", "#244038", "#8A5F3A", "#C7773A"),
        new("#C9643F", "#F1C27E", "#A94E30", "#8A3D27", "#5E3524", "#F0DDB4"),
        new("#E9DDE6", "#F0C9A0", "#B9A4BE", "#8D7A99", "#A97C62", "#6C4A78"),
        new("#E8B447", "#F8DC93", "#C98F2E", "#A9752A", "#7C4F25", "#3E6A4E"),
        new("#DDE7F0", "#FBE7B6", "#A3B9CC", "#6E8CA6", "#B98F66", "#2F5D7C"),
        new("#5E7F58", "#E9D58C", "#4B6A48", "#3A5539", "#A57A48", "#EBD9A5"),
    ];

    public static Palette Of(int seed) => All[(seed & int.MaxValue) % All.Count];

    public bool IsDark => Wall[1] is < '8';
}
