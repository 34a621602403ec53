using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;

namespace Storefront.Modules.Notifications.Pages.Mine;

/// <summary>What a person is told, how, and when not.</summary>
internal sealed class NoticeSettings(StoreDb db, ReadyChannels channels, IContacts contacts, IPushIdentity push, KeepDevice keep, SaveChoices save) : StorePage
{
    private HashSet<(Topic Topic, Way Way)> _on = [];

    [BindProperty]
    public List<string> On { get; set; } = [];

    [BindProperty]
    public HoursForm Quiet { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public string PublicKey => push.PublicKey;

    public IReadOnlyList<(string Group, IReadOnlyList<Topic> Topics)> Groups { get; } = [("sell", Topics.OfSellers), ("buy", Topics.OfBuyers), ("other", [Topic.Other])];

    public IReadOnlyList<PushDevice> Devices { get; private set; } = [];

    /// <summary>Ways that the market has and that lead to this person.</summary>
    public IReadOnlyList<Way> Offered { get; private set; } = [];

    /// <summary>Ways that the market has and that need a mailbox or number first.</summary>
    public IReadOnlyList<Way> Missing { get; private set; } = [];

    public IEnumerable<SelectListItem> Hours => Enumerable.Range(0, 24).Select(hour => new SelectListItem($"{hour:00}:00", hour.ToString(CultureInfo.InvariantCulture)));

    private long Me => User.AccountId!.Value;

    public bool IsOn(Topic topic, Way way) => _on.Contains((topic, way));

    public async Task OnGetAsync()
    {
        var me = Me;
        var wishes = await db.TellingChoices.AsNoTracking().Where(choice => choice.AccountId == me && choice.Wish != null)
            .ToDictionaryAsync(choice => (choice.Topic, choice.Way), choice => choice.Wish, Cancel);
        _on = [.. AllBoxes.Where(box => Topics.IsOn(box.Topic, box.Way, wishes.GetValueOrDefault(box)))];
        var hours = await db.QuietHours.AsNoTracking().FirstOrDefaultAsync(hours => hours.AccountId == me, Cancel) ?? QuietHours.Usual(me);
        Quiet = new() { IsOn = hours.IsOn, From = hours.From, Until = hours.Until };
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        _on = [.. AllBoxes.Where(box => On.Contains($"{box.Topic}.{box.Way}"))];
        if (await RefuseAsync(Quiet, nameof(Quiet)) is { } refused) return refused;
        await LoadWaysAsync();
        await save.RunAsync(Me, Offered, _on, new(Quiet.IsOn, Quiet.From, Quiet.Until), Cancel);
        return LocalRedirect(ComposeMessage.Settings + "?saved=true");
    }

    public async Task<IActionResult> OnPostDeviceAsync([Bind(Prefix = "Browser")] BrowserForm browser)
    {
        if (browser is not { Endpoint.Length: <= PushDevice.EndpointLength, P256dh: not null, Auth: not null } || !push.IsSound(browser.Endpoint, new(browser.P256dh, browser.Auth)))
        {
            await OnGetAsync();
            return await RefuseAsync("", Texts["told.push.failed"]);
        }
        await keep.RunAsync(Me, new(browser.Endpoint, browser.P256dh, browser.Auth, DeviceName.Of(Request.Headers.UserAgent.ToString())), Cancel);
        return LocalRedirect(ComposeMessage.Settings);
    }

    public async Task<IActionResult> OnPostForgetAsync(string? code)
    {
        var me = Me;
        var gone = await db.WriteAsync(cancel => db.PushDevices.Where(device => device.AccountId == me && device.Code == code).ExecuteDeleteAsync(cancel), Cancel);
        return gone == 0 ? NotFound() : LocalRedirect(ComposeMessage.Settings);
    }

    protected override async Task LoadAsync()
    {
        var me = Me;
        Devices = await db.PushDevices.AsNoTracking().Where(device => device.AccountId == me).OrderByDescending(device => device.Id).Take(PushDevice.Most).ToListAsync(Cancel);
        await LoadWaysAsync();
    }

    private static IEnumerable<(Topic Topic, Way Way)> AllBoxes => from topic in Enum.GetValues<Topic>() from way in Enum.GetValues<Way>() select (topic, way);

    private async Task LoadWaysAsync()
    {
        var person = (await contacts.FindManyAsync([Me], Cancel)).GetValueOrDefault(Me);
        Missing = [.. channels.Ways.Where(way => (way == Way.Email && person?.Email is null) || (way == Way.Sms && person?.Phone is null))];
        Offered = [.. channels.Ways.Except(Missing)];
    }

    public sealed class HoursForm
    {
        public bool IsOn { get; set; }

        public int From { get; set; }

        public int Until { get; set; }
    }

    /// <summary>What the browser handed to the page's script.</summary>
    public sealed class BrowserForm
    {
        public string? Endpoint { get; set; }

        public string? P256dh { get; set; }

        public string? Auth { get; set; }
    }

    internal sealed class Validator : AbstractValidator<HoursForm>
    {
        public Validator(Texts texts)
        {
            RuleFor(input => input.From).InclusiveBetween(0, 23).WithMessage(_ => texts["told.quiet.hour"]);
            RuleFor(input => input.Until).InclusiveBetween(0, 23).WithMessage(_ => texts["told.quiet.hour"])
                .NotEqual(input => input.From).When(input => input.IsOn).WithMessage(_ => texts["told.quiet.same"]);
        }
    }
}
