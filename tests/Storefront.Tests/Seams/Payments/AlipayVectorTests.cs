using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Alipay;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Against signatures of the vendor's own program.</summary>
public sealed class AlipayVectorTests
{
    private readonly JsonElement _vectors = Vectors.Read("alipay");
    private readonly AlipaySetup _setup;

    public AlipayVectorTests()
    {
        var options = new AlipayOptions { AppId = "2021004100000001", SellerId = "2088100000000001", PrivateKey = _vectors.Text("appPrivateKey") };
        options.AlipayPublicKeys.Add(_vectors.Text("alipayPublicKey"));
        _setup = new(options);
        Assert.Empty(_setup.Problems);
    }

    [Fact]
    public void Our_signature_of_their_request_is_theirs_to_the_byte()
    {
        var request = _vectors.GetProperty("request");
        Assert.Equal(request.Text("sign"), _setup.Sign(AlipayRequest.SignedText(request.GetProperty("parameters").Fields(), keepEmpty: false)));
    }

    [Fact]
    public void Our_whole_request_is_the_one_that_their_program_accepted()
    {
        var ours = _vectors.GetProperty("ours");
        var now = DateTime.Parse(ours.Text("at"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        var made = AlipayRequest.Of(_setup, ours.Text("method"), ours.GetProperty("content").Fields(), now, new(ours.Text("notify")), new(ours.Text("back")));
        Assert.Equal(ours.GetProperty("parameters").Fields(), made);
    }

    [Theory]
    [InlineData("signKeepingEmpty", true)]
    [InlineData("signDroppingEmpty", true)]
    [InlineData("signKeepingEmpty", false)]
    [InlineData("signDroppingEmpty", false)]
    public void Their_notices_are_accepted_and_a_changed_one_is_not(string signature, bool genuine)
    {
        var notice = _vectors.GetProperty("notice");
        var form = notice.GetProperty("parameters").Fields();
        if (!genuine) form["total_amount"] = "123.46";
        (form["sign"], form["sign_type"]) = (notice.Text(signature), "RSA2");
        var body = string.Join('&', form.Select(pair => $"{pair.Key}={WebUtility.UrlEncode(pair.Value)}"));
        Assert.Equal(genuine, AlipayNotice.Read(Encoding.UTF8.GetBytes(body), _setup) is Received.Events);
    }

    [Fact]
    public void Their_answer_is_accepted_and_written_again_it_is_not()
    {
        var answer = _vectors.GetProperty("answer");
        var (method, body) = (answer.Text("method"), answer.Text("body"));
        Assert.Equal("TRADE_SUCCESS", AlipayAnswer.Read(Encoding.UTF8.GetBytes(body), method, _setup).Text("trade_status"));
        var again = JsonSerializer.SerializeToUtf8Bytes(JsonElement.Parse(body));
        Assert.Throws<InvalidDataException>(() => AlipayAnswer.Read(again, method, _setup));
    }
}
