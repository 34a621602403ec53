using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Storefront.Tests.Seams.Payments;

/// <summary>The vendor's published list of parameters, as its server would hold a request against it.</summary>
internal sealed partial class StripeParameters
{
    private readonly JsonElement _calls = Vectors.Read("stripe-parameters").GetProperty("calls");

    public static Dictionary<string, string> Read(string encoded)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var key, var rest] ? (WebUtility.UrlDecode(key), WebUtility.UrlDecode(rest)) : (pair, "");
            if (!form.TryAdd(name, value)) throw new InvalidDataException($"twice: {name}");
        }
        return form;
    }

    /// <summary>What is wrong, or null.</summary>
    public string? Problem(string method, string path, Dictionary<string, string> form)
    {
        if (_calls.EnumerateObject().FirstOrDefault(call => Fits(call.Name, $"{method} {path}")) is not { Value: { ValueKind: JsonValueKind.Object } known }) return $"no such call: {method} {path}";
        var names = form.Keys.ToDictionary(name => name, Plain, StringComparer.Ordinal);
        foreach (var (name, plain) in names)
        {
            if (Rule(known, plain) is not { } rule) return $"unknown parameter: {name}";
            if (Breaks(rule, form[name]) is { } problem) return $"{name}: {problem}";
        }
        foreach (var rule in known.EnumerateObject().Where(rule => rule.Value.TryGetProperty("required", out _)))
        {
            var holder = rule.Name[..Math.Max(0, rule.Name.LastIndexOf('['))];
            if ((holder.Length == 0 || names.Values.Any(name => name.StartsWith(holder + "[", StringComparison.Ordinal))) && !names.ContainsValue(rule.Name)) return $"missing: {rule.Name}";
        }
        return null;
    }

    /// <summary>What stands in braces stands for any id.</summary>
    private static bool Fits(string call, string asked)
    {
        var (known, given) = (call.Split('/'), asked.Split('/'));
        return known.Length == given.Length && known.Zip(given).All(pair => pair.First == pair.Second || (pair.First is ['{', .., '}'] && pair.Second.Length > 0));
    }

    private static string Plain(string name) => Index().Replace(name, "[0]");

    private static JsonElement? Rule(JsonElement known, string name)
    {
        if (known.TryGetProperty(name, out var rule)) return rule;
        var holder = name[..Math.Max(0, name.LastIndexOf('['))];
        return known.TryGetProperty(holder + "[*]", out var any) ? any : null;
    }

    private static string? Breaks(JsonElement rule, string value)
    {
        if (value.Length == 0) return "empty";
        if (rule.GetProperty("type").GetString() == "integer" && !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) return "no integer";
        if (rule.TryGetProperty("maxLength", out var most) && value.Length > most.GetInt32()) return "too long";
        return rule.TryGetProperty("enum", out var all) && !all.EnumerateArray().Any(one => one.GetString() == value) ? "none of those allowed" : null;
    }

    [GeneratedRegex(@"\[[0-9]*\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Index();
}
