using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell.Apply;

/// <summary>Name and story. The first save opens the draft; "?new=true" begins another shop.</summary>
internal sealed class ShopStep(MyApplication applications, MyShopDesk mine, IPhotos photos, IPageCache cache) : ApplyPage(applications)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public override Step Step => Steps.Shop;

    /// <summary>Buyers know an approved shop by its name.</summary>
    public bool IsNameFixed => Shop is { IsTrading: true };

    public void OnGet()
    {
        if (Shop is not null) Input = new() { Name = Shop.Name, Story = Shop.Story, PhotoCode = Shop.PhotoCode };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (IsNameFixed) Input.Name = Shop!.Name;
        await TakePhotoAsync();
        if (await RefuseAsync(Input) is { } refused) return refused;
        var (name, story) = (Input.Name!.Trim(), Input.Story?.Trim() ?? "");
        if (await Applications.IsTakenAsync(name, Shop?.Id ?? 0, Cancel)) return await RefuseAsync("Input.Name", Texts["sellers.name.taken"]);
        var shop = Shop ??= Applications.Begin(name, story, Account);
        shop.Describe(name, story, Input.PhotoCode);
        mine.Choose(shop.Code);
        var answer = await KeepAsync();
        if (shop.IsTrading) await cache.EvictAsync($"shop:{shop.Code}");
        return answer;
    }

    protected override Task<Shop?> FindAsync() =>
        string.Equals(Request.Query["new"], "true", StringComparison.Ordinal) ? Task.FromResult<Shop?>(null) : base.FindAsync();

    /// <summary>The photo is kept before the rest is judged: a browser sends a file only once.</summary>
    private async Task TakePhotoAsync()
    {
        if (Input.PhotoCode is { } claimed && claimed != Shop?.PhotoCode && !(await photos.OwnedAsync([claimed], Account, Cancel)).Contains(claimed)) Input.PhotoCode = null;
        if (Input.Photo is null) return;
        await using var upload = Input.Photo.OpenReadStream();
        var outcome = await photos.SaveAsync(upload, Account, key: null, Cancel);
        if (outcome.Code is { } code) Input.PhotoCode = code;
        else ModelState.AddModelError("Input.Photo", Texts[$"sellers.photo.{outcome.Refusal}"]);
        ModelState.Remove("Input.PhotoCode");
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Story { get; set; }

        public IFormFile? Photo { get; set; }

        public string? PhotoCode { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        private const int ShortestName = 2;

        public Validator(Texts texts)
        {
            RuleFor(input => input.Name).NotEmpty().WithMessage(_ => texts["sellers.name.missing"])
                .Length(ShortestName, Model.Shop.NameLength).WithMessage(_ => texts["sellers.name.length"]);
            RuleFor(input => input.Story).MaximumLength(Model.Shop.StoryLength).WithMessage(_ => texts["sellers.story.length"]);
        }
    }
}
