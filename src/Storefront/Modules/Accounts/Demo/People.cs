using Storefront.Shared;

namespace Storefront.Modules.Accounts.Demo;

/// <summary>Somebody in the demo market. Nobody of them lives.</summary>
/// <param name="Part">What the person is there for, as text key "accounts.demo.{part}"; null: not told at the start.</param>
internal sealed record Person(string Phone, string Name, string? Part = null, string? Role = null);

/// <summary>Everybody in the demo market. Other modules' demo tables name people by their phone.</summary>
internal static class People
{
    /// <summary>One for all, long enough for the rules and easy on a phone's keyboard.</summary>
    public const string Password = "honey-and-tea";

    public static readonly IReadOnlyList<Person> All =
    [
        new("13800000001", "沈知夏", "admin", Policies.AdminRole),
        new("13800000002", "顾明", "reviewer", Policies.ReviewerRole),
        new("13800000003", "叶远山", "honey"),
        new("13800000004", "玉香", "tea"),
        new("13800000005", "潘阿莲", "rice"),
        new("13800000006", "阿青", "helper"),
        new("13800000007", "林小满", "buyer"),
        new("13800000008", "Anna Keller", "buyer"),
        new("13800000011", "何秀珍"),
        new("13800000012", "盘家旺"),
        new("13800000013", "向大江"),
        new("13800000014", "马桂兰"),
        new("13800000015", "左阿普"),
        new("13800000016", "王建军"),
        new("13800000021", "李水生"),
        new("13800000022", "梁春生"),
        new("13800000023", "钱多多"),
    ];
}
