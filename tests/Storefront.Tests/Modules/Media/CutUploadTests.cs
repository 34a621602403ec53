using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Media.Model;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Media;

/// <summary>A signal that breaks in the middle of a photo: the phone sends it whole again with the same key, and exactly one photo results.</summary>
public sealed class CutUploadTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private const int Cuts = 20;

    [Fact]
    public async Task Cut_at_twenty_places_and_sent_again_it_is_one_photo()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync("en");
        var token = JsonDocument.Parse((await visitor.GetAsync("/sell/phone/token")).Text).RootElement.GetProperty("token").GetString()!;
        var picture = SamplePictures.NoisePng(200, 150);
        var whole = await ShownAsync(visitor, await UploadAsync(visitor, token, "whole", picture));
        for (var cut = 1; cut <= Cuts; cut++)
        {
            var key = $"cut-{cut}";
            var request = RequestOf(visitor, token, key, picture);
            // The last one is sent whole, and the connection is gone before the answer.
            await SendPartAsync(request, request.Length * cut / Cuts);
            var (first, again) = (await UploadAsync(visitor, token, key, picture), await UploadAsync(visitor, token, key, picture));
            Assert.Equal((HttpStatusCode.OK, first.Text), (first.Status, again.Text));
            Assert.Equal(whole, await ShownAsync(visitor, first));
            Assert.Equal(cut + 1, await shop.App.ReadAsync(db => db.Photos.CountAsync(photo => photo.AccountId == id)));
        }
    }

    private static async Task<byte[]> ShownAsync(Visitor visitor, Answer uploaded)
    {
        Assert.Equal(HttpStatusCode.OK, uploaded.Status);
        var shown = await visitor.GetAsync(JsonDocument.Parse(uploaded.Text).RootElement.GetProperty("url").GetString()!);
        return await shown.Raw.Content.ReadAsByteArrayAsync();
    }

    private async Task SendPartAsync(byte[] request, int length)
    {
        using var phone = new TcpClient { LingerState = new(enable: true, seconds: 0) };
        await phone.ConnectAsync(shop.App.Address.Host, shop.App.Address.Port);
        var stream = phone.GetStream();
        await stream.WriteAsync(request.AsMemory(0, length));
        await stream.FlushAsync();
    }

    private byte[] RequestOf(Visitor visitor, string token, string key, byte[] picture)
    {
        const string Line = "cut-here";
        byte[] body =
        [
            .. Encoding.ASCII.GetBytes($"--{Line}\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n{key}\r\n--{Line}\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"photo\"\r\n\r\n"),
            .. picture, .. Encoding.ASCII.GetBytes($"\r\n--{Line}--\r\n"),
        ];
        var head = $"POST /sell/photos HTTP/1.1\r\nHost: {shop.App.Address.Authority}\r\nOrigin: {shop.App.Address.GetLeftPart(UriPartial.Authority)}\r\nCookie: {visitor.Cookies.GetCookieHeader(shop.App.Address)}\r\n"
            + $"RequestVerificationToken: {token}\r\nContent-Type: multipart/form-data; boundary={Line}\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static async Task<Answer> UploadAsync(Visitor visitor, string token, string key, byte[] picture)
    {
        using var form = new MultipartFormDataContent { { new StringContent(key), "key" }, { new ByteArrayContent(picture), "photo", "photo" } };
        form.Headers.TryAddWithoutValidation("RequestVerificationToken", token);
        return await visitor.SendAsync("/sell/photos", form);
    }
}
