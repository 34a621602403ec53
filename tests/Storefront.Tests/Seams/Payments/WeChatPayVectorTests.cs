using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.WeChatPay;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Against signatures and seals of an independent program.</summary>
public sealed class WeChatPayVectorTests
{
    private readonly JsonElement _vectors = Vectors.Read("wechatpay");
    private readonly WeChatPaySetup _setup;

    public WeChatPayVectorTests()
    {
        var options = new WeChatPayOptions
        {
            AppId = _vectors.Text("appId"),
            MerchantId = _vectors.Text("merchantId"),
            SerialNumber = _vectors.Text("serialNumber"),
            PrivateKey = _vectors.Text("merchantPrivateKey"),
            ApiV3Key = _vectors.Text("apiV3Key"),
        };
        options.PublicKeys[_vectors.Text("platformKeyId")] = _vectors.Text("platformPublicKey");
        _setup = new(options);
        Assert.Empty(_setup.Problems);
    }

    private long Seconds => _vectors.GetProperty("timestamp").GetInt64();

    private DateTime At => DateTimeOffset.FromUnixTimeSeconds(Seconds).UtcDateTime;

    [Fact]
    public void Our_headers_are_theirs_to_the_byte()
    {
        foreach (var request in _vectors.GetProperty("requests").EnumerateArray())
        {
            var ours = WeChatPaySignature.Authorization(_setup, HttpMethod.Parse(request.Text("method")), request.Text("path"), request.Text("body"), Seconds, _vectors.Text("nonce"));
            Assert.Equal(request.Text("authorization"), ours);
        }
    }

    [Fact]
    public void Our_parameters_for_the_app_are_signed_as_theirs()
    {
        var inApp = _vectors.GetProperty("inApp");
        Assert.Equal(inApp.Text("paySign"), WeChatPayCharge.Sign(_setup, _vectors.GetProperty("timestamp").GetRawText(), _vectors.Text("nonce"), inApp.Text("prepayId"))["paySign"]);
    }

    [Fact]
    public void Their_seals_are_opened_and_a_broken_one_is_not()
    {
        foreach (var letter in _vectors.GetProperty("sealed").EnumerateArray())
        {
            var (nonce, text, associated) = (letter.Text("nonce"), letter.Text("ciphertext"), letter.Text("associated"));
            Assert.Equal(letter.Text("plain"), Encoding.UTF8.GetString(WeChatPayNotice.Decrypt(_setup.ApiV3Key, nonce, text, associated)));
            var bytes = Convert.FromBase64String(text);
            bytes[^1] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => WeChatPayNotice.Decrypt(_setup.ApiV3Key, nonce, Convert.ToBase64String(bytes), associated));
            Assert.ThrowsAny<CryptographicException>(() => WeChatPayNotice.Decrypt(_setup.ApiV3Key, nonce, text, associated + "x"));
        }
    }

    [Fact]
    public void Their_notice_is_read_whole()
    {
        var notice = _vectors.GetProperty("notice");
        var received = WeChatPayNotice.Read(new(Encoding.UTF8.GetBytes(notice.Text("body")), Headers(notice.Text("signature")), At), _setup);
        var happened = Assert.Single(Assert.IsType<Received.Events>(received).Happened);
        var seen = Assert.IsType<PaymentSeen>(happened.What);
        Assert.Equal(("EV-2018022511223320873", "0123456789abcdefghjkmnpqrs", PaymentStatus.Paid, Sum.Cny(new(12_345))), (happened.Id, seen.Attempt, seen.Status, seen.Sum));
    }

    [Fact]
    public void Their_signature_of_an_answer_without_a_body_is_accepted()
    {
        var headers = Headers(_vectors.Text("emptySignature"));
        Assert.Null(WeChatPaySignature.Problem(_setup, headers.GetValueOrDefault, [], At));
        Assert.NotNull(WeChatPaySignature.Problem(_setup, headers.GetValueOrDefault, "{}"u8, At));
    }

    private Dictionary<string, string> Headers(string signature) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Wechatpay-Timestamp"] = _vectors.GetProperty("timestamp").GetRawText(),
        ["Wechatpay-Nonce"] = _vectors.Text("nonce"),
        ["Wechatpay-Serial"] = _vectors.Text("platformKeyId"),
        ["Wechatpay-Signature"] = signature,
    };
}
