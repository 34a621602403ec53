using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Media;

public sealed class PhotoTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task An_uploaded_photo_is_served_to_everyone_for_a_year()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync("en");
        var answer = await UploadAsync(visitor, SamplePictures.Jpeg());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var code = CodeOf(answer);
        foreach (var width in IPhotos.Widths)
        {
            var photo = await shop.App.NewVisitor().GetAsync(IPhotos.Url(code, width));
            Assert.Equal(HttpStatusCode.OK, photo.Status);
            Assert.StartsWith("image/", photo.Raw.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
            Assert.False(SamplePictures.Tells(await photo.Raw.Content.ReadAsByteArrayAsync()));
            Assert.Equal("public, max-age=31536000, immutable", photo.Raw.Headers.CacheControl!.ToString());
            Assert.Equal("nosniff", Assert.Single(photo.Raw.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("default-src 'none'; sandbox", Assert.Single(photo.Raw.Headers.GetValues("Content-Security-Policy")));
            Assert.NotNull(photo.Raw.Headers.ETag);
        }
        Assert.Equal([code], await shop.App.RunAsync<IPhotos, IReadOnlyList<string>>(photos => photos.OwnedAsync([code, code, "0000000000"], id, default)));
        Assert.Empty(await shop.App.RunAsync<IPhotos, IReadOnlyList<string>>(photos => photos.OwnedAsync([code], id + 1, default)));
    }

    [Theory]
    [InlineData("/media/0000000000-320")]
    [InlineData("/media/0000000000-321")]
    [InlineData("/media/..%2F..%2Fstore-320")]
    [InlineData("/media/x")]
    [InlineData("/media/0000000000-320-1")]
    public async Task What_is_no_photo_of_ours_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await shop.App.NewVisitor().GetAsync(path)).Status);

    [Fact]
    public async Task The_same_key_is_the_same_photo_even_at_the_same_time()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync("en");
        var token = await TokenAsync(visitor);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => UploadAsync(visitor, SamplePictures.Jpeg(), "key-1", token)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var code = Assert.Single(answers.Select(CodeOf).Distinct());
        Assert.Equal(code, CodeOf(await UploadAsync(visitor, SamplePictures.Png(), "key-1", token)));
        Assert.Equal(1, await shop.App.ReadAsync(db => db.Photos.CountAsync(photo => photo.AccountId == id && photo.Key == "key-1")));

        var (other, _, _) = await shop.App.SignedInAsync("en");
        Assert.NotEqual(code, CodeOf(await UploadAsync(other, SamplePictures.Jpeg(), "key-1")));
    }

    [Fact]
    public async Task Refusals_say_what_to_do()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync("en");
        var token = await TokenAsync(visitor);
        await RefusedAsync(HttpStatusCode.Unauthorized, "You have been signed out.", UploadAsync(shop.App.NewVisitor("en"), SamplePictures.Jpeg(), token: "x"));
        await RefusedAsync(HttpStatusCode.BadRequest, "This page has been open too long.", UploadAsync(visitor, SamplePictures.Jpeg(), token: "x"));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "This is not a photo.", UploadAsync(visitor, "<svg/>"u8.ToArray(), token: token));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "The photo has too many pixels.", UploadAsync(visitor, SamplePictures.Png(65_535, 65_535), token: token));
        await RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "The photo is too large.", UploadAsync(visitor, new byte[21 * 1024 * 1024], token: token));
        await RefusedAsync(HttpStatusCode.BadRequest, "The photo did not arrive whole.", UploadAsync(visitor, SamplePictures.Jpeg(), new string('k', 65), token));
        using var cut = new StringContent("--line\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"p\"\r\n\r\nabc");
        cut.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "line") } };
        cut.Headers.TryAddWithoutValidation("RequestVerificationToken", token);
        await RefusedAsync(HttpStatusCode.BadRequest, "The photo did not arrive whole.", visitor.SendAsync("/sell/photos", cut));
    }

    [Fact]
    public async Task A_drawing_of_ours_is_served_as_one()
    {
        var code = await shop.App.RunAsync<IPhotos, string>(photos => photos.SaveDrawingAsync("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 1, default));
        var answer = await shop.App.NewVisitor().GetAsync(IPhotos.Url(code, 640));
        Assert.Equal("image/svg+xml", answer.Raw.Content.Headers.ContentType!.MediaType);
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Raw.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task A_paper_lies_encrypted_and_opens_again()
    {
        var outcome = await shop.App.RunAsync<IDocuments, PhotoOutcome>(documents => documents.SaveAsync(new MemoryStream(SamplePictures.Jpeg()), 7, default));
        var opened = await shop.App.RunAsync<IDocuments, (byte[] Bytes, string ContentType)?>(documents => documents.OpenAsync(outcome.Code!, default));
        Assert.StartsWith("image/", opened!.Value.ContentType, StringComparison.Ordinal);
        Assert.False(SamplePictures.Tells(opened.Value.Bytes));
        var folder = await shop.App.RunAsync<DataFolder, string>(data => Task.FromResult(data.Path));
        var stored = await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(Path.Combine(folder, "media", "documents"), outcome.Code!, SearchOption.AllDirectories)));
        Assert.Equal(-1, stored.AsSpan().IndexOf(opened.Value.Bytes.AsSpan(0, 12)));
        Assert.Null(await shop.App.RunAsync<IDocuments, (byte[] Bytes, string ContentType)?>(documents => documents.OpenAsync(Code.NewSecret(), default)));
        Assert.Equal(HttpStatusCode.NotFound, (await shop.App.NewVisitor().GetAsync($"/media/{outcome.Code}-640")).Status);
    }

    private static async Task RefusedAsync(HttpStatusCode status, string words, Task<Answer> sending)
    {
        var answer = await sending;
        Assert.Equal(status, answer.Status);
        Assert.StartsWith(words, JsonDocument.Parse(answer.Text).RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    private static string CodeOf(Answer answer) => JsonDocument.Parse(answer.Text).RootElement.GetProperty("code").GetString()!;

    private static async Task<string> TokenAsync(Visitor visitor) =>
        Visitor.FieldsOf(await visitor.GetAsync("/me/profile"), null, "main form[method=post]").Single(field => field.Key == "__RequestVerificationToken").Value;

    private static async Task<Answer> UploadAsync(Visitor visitor, byte[] photo, string key = "", string? token = null)
    {
        using var form = new MultipartFormDataContent { { new StringContent(key), "key" }, { new ByteArrayContent(photo), "photo", "photo.jpg" } };
        form.Headers.TryAddWithoutValidation("RequestVerificationToken", token ?? await TokenAsync(visitor));
        return await visitor.SendAsync("/sell/photos", form);
    }
}
