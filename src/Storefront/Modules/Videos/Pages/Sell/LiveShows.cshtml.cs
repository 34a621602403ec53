using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Modules.Videos.Platforms;
using Storefront.Shared;

namespace Storefront.Modules.Videos.Pages.Sell;

/// <summary>The shop's live shows to come: announce one, call one off.</summary>
internal sealed class LiveShows(StoreDb db, IMyShop shops, AnnounceLive announce, CallOffLive callOff, IEnumerable<IVideoPlatform> platforms, TimeProvider clock) : StorePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [FromQuery]
    public string? Done { get; set; }

    public IReadOnlyList<Row> List { get; private set; } = [];

    public IEnumerable<SelectListItem> Where =>
        platforms.Select(platform => platform.Name).Distinct(StringComparer.Ordinal).Select(name => new SelectListItem(Texts[$"videos.platform.{name}"], name)).Prepend(new(Texts["sellvideos.live_where_none"], ""));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await RefuseAsync(Input) is { } refused) return refused;
        var platform = platforms.FirstOrDefault(known => known.Name == Input.Platform)?.Name;
        var outcome = await announce.RunAsync(await shops.GetAsync(Cancel), new(Input.About!.Trim(), Input.StartsAt!.Value, platform, Input.ShareText), Cancel);
        return outcome == AnnounceLive.Outcome.Announced
            ? LocalRedirect("/sell/live?done=announced")
            : await RefuseAsync(outcome == AnnounceLive.Outcome.NoLink ? "Input.ShareText" : "Input.Day", Texts[$"sellvideos.live_refused.{outcome}"]);
    }

    public async Task<IActionResult> OnPostCallOffAsync(string show) =>
        await callOff.RunAsync(await shops.GetAsync(Cancel), show ?? "", Cancel) ? LocalRedirect("/sell/live?done=called_off") : NotFound();

    protected override async Task LoadAsync()
    {
        var (shop, since) = (await shops.GetAsync(Cancel), clock.GetUtcNow().UtcDateTime - LiveShow.Lasts);
        List = await db.LiveShows.AsNoTracking().Where(show => show.ShopId == shop.Id && show.StartsAt > since && show.CancelledAt == null).OrderBy(show => show.StartsAt)
            .Select(show => new Row(show.Code, show.About, show.Platform, show.StartsAt, show.Reminders.Count)).Take(2 * LiveShow.MostAhead).ToListAsync(Cancel);
    }

    public sealed record Row(string Code, string About, string? Platform, DateTime StartsAt, int Reminders);

    public sealed class Form
    {
        public string? About { get; set; }

        public DateOnly? Day { get; set; }

        public string? Time { get; set; }

        public string? Platform { get; set; }

        public string? ShareText { get; set; }

        internal DateTime? StartsAt => Day is { } day && TimeOnly.TryParseExact(Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? DateTime.SpecifyKind(day.ToDateTime(time) - LocalTime.Offset, DateTimeKind.Utc)
            : null;
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.About).NotEmpty().WithMessage(_ => texts["sellvideos.live_about_missing"]).MaximumLength(LiveShow.AboutLength).WithMessage(_ => texts["sellvideos.live_about_long", LiveShow.AboutLength]);
            RuleFor(input => input.Day).NotNull().WithMessage(_ => texts["sellvideos.live_day_missing"]);
            RuleFor(input => input.Time).Must((input, _) => input.Day is null || input.StartsAt is not null).WithMessage(_ => texts["sellvideos.live_time_wrong"]);
            RuleFor(input => input.ShareText).MaximumLength(ReadShareText.MaxLength).WithMessage(_ => texts["videos.refused.long"]);
        }
    }
}
