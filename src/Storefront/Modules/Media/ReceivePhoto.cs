using Microsoft.AspNetCore.Antiforgery;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Model;
using Storefront.Shared;

namespace Storefront.Modules.Media;

/// <summary>Takes one photo from the page's own script and answers with its code, or says in the visitor's language why not.</summary>
internal sealed class ReceivePhoto(IAntiforgery antiforgery, IPhotos photos, Texts texts)
{
    private const int ShownWidth = 320;

    public async Task<IResult> RunAsync(HttpContext context, CancellationToken cancel)
    {
        if (context.User.AccountId is not { } account) return Refuse(StatusCodes.Status401Unauthorized, "media.signin");
        try
        {
            // The token may stand in the form, so a form that breaks off throws here already.
            if (!await antiforgery.IsRequestValidAsync(context)) return Refuse(StatusCodes.Status400BadRequest, "media.stale");
            return await SaveAsync(context.Request, account, cancel);
        }
        catch (BadHttpRequestException tooMuch) when (tooMuch.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, PhotoRefusal.TooLarge.TextKey());
        }
        catch (Exception cut) when (cut is IOException or InvalidDataException)
        {
            return Refuse(StatusCodes.Status400BadRequest, "media.cut");
        }
    }

    private async Task<IResult> SaveAsync(HttpRequest request, long account, CancellationToken cancel)
    {
        if (!request.HasFormContentType) return Refuse(StatusCodes.Status400BadRequest, "media.cut");
        var form = await request.ReadFormAsync(cancel);
        var key = form["key"].ToString();
        if (form.Files["photo"] is not { } file || key.Length > Photo.KeyLength) return Refuse(StatusCodes.Status400BadRequest, "media.cut");
        await using var stream = file.OpenReadStream();
        var outcome = await photos.SaveAsync(stream, account, key.Length == 0 ? null : key, cancel);
        return outcome.Code is { } code
            ? Results.Json(new { code, url = IPhotos.Url(code, ShownWidth) })
            : Refuse(outcome.Refusal == PhotoRefusal.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity, outcome.Refusal.TextKey());
    }

    private IResult Refuse(int status, string key) => Results.Json(new { error = texts[key].Value }, statusCode: status);
}
