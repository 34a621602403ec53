using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Storefront.Modules.Notifications.Channels.Push;
using Storefront.Shared;
using Storefront.Tests.Seams.Channels;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Notifications;

/// <summary>The standards' own example, and the key by which push services know the shop.</summary>
public sealed class PushSealTests
{
    private static readonly byte[] Sender = Read("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");

    /// <summary>RFC 8291, section 5.</summary>
    [Fact]
    public void The_example_of_the_standard_comes_out_to_the_byte()
    {
        using var own = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Read("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            Q = new() { X = Sender[1..33], Y = Sender[33..] },
        });
        var sealedText = PushSeal.Seal(
            Encoding.UTF8.GetBytes("When I grow up, I want to be a watermelon"),
            Read("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Read("BTBZMqHH6r4Tts7J_aSIgg"), own, Read("DGv6ra1nlYgDCS1FRnbzlw"));
        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(sealedText));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(PushSeal.MaxPlain)]
    public void What_is_sealed_is_opened_by_its_browser_alone_and_fits(int length)
    {
        using var browser = new TestBrowser();
        using var other = new TestBrowser();
        var plain = RandomNumberGenerator.GetBytes(length);
        var body = PushSeal.Seal(plain, Read(browser.Keys.P256dh), Read(browser.Keys.Auth));
        Assert.True(body.Length <= 4096, $"{body.Length}");
        Assert.Equal(plain, browser.Open(body));
        Assert.ThrowsAny<CryptographicException>(() => other.Open(body));
        Assert.NotEqual(body, PushSeal.Seal(plain, Read(browser.Keys.P256dh), Read(browser.Keys.Auth)));
    }

    [Fact]
    public void The_key_is_made_once_and_kept_for_its_owner_alone()
    {
        var folder = Directory.CreateTempSubdirectory("told");
        try
        {
            var key = KeyIn(folder.FullName);
            Assert.Equal(key, KeyIn(folder.FullName));
            var file = Assert.Single(Directory.GetFiles(Path.Combine(folder.FullName, "push")));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(key, KeyIn(Directory.CreateDirectory(Path.Combine(folder.FullName, "second")).FullName, File.ReadAllText(file)));
            Assert.Equal(65, Read(key).Length);
            Assert.Throws<ConfigurationException>(() => KeyIn(folder.FullName, "nonsense"));
            using var large = ECDsa.Create(ECCurve.NamedCurves.nistP384);
            Assert.Throws<ConfigurationException>(() => KeyIn(folder.FullName, large.ExportPkcs8PrivateKeyPem()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string KeyIn(string folder, string given = "") =>
        new VapidKeys(new() { PrivateKey = given }, new(folder), new(new ConfigurationBuilder().Build()), new TestClock()).PublicKey;

    private static byte[] Read(string text) => Base64Url.DecodeFromChars(text);
}
