using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Model;

namespace Storefront.Modules.Notifications;

/// <summary>
/// A browser was given another address for messages and says so by itself, with nobody at it and perhaps nobody signed in any more. The old address, which only it,
/// its push service and the shop know, is the proof. The answer is the same whether it was known.
/// </summary>
internal sealed class MoveDevice(StoreDb db, IPushIdentity push, KeepDevice keep)
{
    public const string Path = "/push/moved";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, async (HttpContext context, MoveDevice move) =>
    {
        if (!context.Request.HasFormContentType) return Results.BadRequest();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await move.RunAsync($"{form["before"]}", $"{form["endpoint"]}", new($"{form["p256dh"]}", $"{form["auth"]}"), context.RequestAborted);
        return Results.NoContent();
    }).DisableAntiforgery();

    public async Task RunAsync(string before, string endpoint, PushKeys keys, CancellationToken cancel)
    {
        if (before.Length is 0 or > PushDevice.EndpointLength || endpoint.Length > PushDevice.EndpointLength || !push.IsSound(endpoint, keys)) return;
        var mark = PushDevice.MarkOf(before);
        if (await db.PushDevices.AsNoTracking().FirstOrDefaultAsync(device => device.Mark == mark, cancel) is not { } old) return;
        await db.WriteAsync(token => db.PushDevices.Where(device => device.Id == old.Id).ExecuteDeleteAsync(token), cancel);
        await keep.RunAsync(old.AccountId, new(endpoint, keys.P256dh, keys.Auth, old.Name), cancel);
    }
}
