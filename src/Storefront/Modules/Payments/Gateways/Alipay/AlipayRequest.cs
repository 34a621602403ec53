using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Storefront.Modules.Payments.Gateways.Alipay;

/// <summary>The signed parameters of one call, and the text that is signed.</summary>
internal static class AlipayRequest
{
    /// <summary>The vendor speaks the time of China, which has no summer time.</summary>
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static Dictionary<string, string> Of(
        AlipaySetup setup, string method, IReadOnlyDictionary<string, string> content, DateTime now, Uri? notify = null, Uri? back = null)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = setup.AppId,
            ["method"] = method,
            ["format"] = "JSON",
            ["charset"] = "utf-8",
            ["sign_type"] = "RSA2",
            ["timestamp"] = ChinaTime(now),
            ["version"] = "1.0",
            ["biz_content"] = JsonSerializer.Serialize(content),
        };
        if (notify is not null) parameters["notify_url"] = notify.AbsoluteUri;
        if (back is not null) parameters["return_url"] = back.AbsoluteUri;
        parameters["sign"] = setup.Sign(SignedText(parameters, keepEmpty: false));
        return parameters;
    }

    /// <summary>Raw values, ordinal order. The vendor's own programs disagree on empty values in notices, so the caller says.</summary>
    public static string SignedText(IEnumerable<KeyValuePair<string, string>> parameters, bool keepEmpty) => string.Join('&', parameters
        .Where(parameter => keepEmpty || parameter.Value.Length > 0)
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
        .Select(parameter => $"{parameter.Key}={parameter.Value}"));

    public static string Query(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.Select(parameter => $"{WebUtility.UrlEncode(parameter.Key)}={WebUtility.UrlEncode(parameter.Value)}"));

    public static string ChinaTime(DateTime utc) => (utc + China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
