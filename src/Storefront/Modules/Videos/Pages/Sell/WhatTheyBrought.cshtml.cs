using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Videos.Pages.Sell;

/// <summary>What one video, or all of them, brought day by day: visits, carts, orders, yuan. The shop's own numbers only.</summary>
internal sealed class WhatTheyBrought(IMyShop shops, SellerVideos videos) : StorePage
{
    public static readonly IReadOnlyList<int> Periods = [14, 60, 365];

    [FromRoute]
    public string? Code { get; set; }

    [FromQuery(Name = "days")]
    public int Days { get; set; } = Periods[0];

    public string? Caption { get; private set; }

    public IReadOnlyList<SellerVideos.OnDay> ByDay { get; private set; } = [];

    public Brought InAll => ByDay.Aggregate(Brought.Nothing, (sum, day) => sum + day.Brought);

    public string Path => Code is null ? "/sell/videos/brought" : $"/sell/videos/brought/{Code}";

    public int MostVisits => Math.Max(1, ByDay.Max(day => day.Brought.Visits));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Periods.Contains(Days)) return NotFound();
        var shop = await shops.GetAsync(Cancel);
        if (Code is not null)
        {
            if (await videos.FindAsync(shop.Id, Code, Cancel) is not { } video) return NotFound();
            Caption = video.Caption.Length > 0 ? video.Caption : Texts["videos.untitled"];
        }
        ByDay = await videos.ByDayAsync(shop.Id, Code, Days, Cancel);
        return Page();
    }
}
