using FluentValidation;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Sell;

/// <summary>What a seller types about a product.</summary>
internal sealed class ProductForm
{
    private const int RowsShown = 3;

    public string? Name { get; set; }

    public string? Category { get; set; }

    public string? Description { get; set; }

    public string? StorageHint { get; set; }

    public List<string> Photos { get; set; } = [];

    public List<Row> Sizes { get; set; } = [];

    public DateOnly? HarvestedOn { get; set; }

    public DateOnly? BestBefore { get; set; }

    public string? Place { get; set; }

    public string? ShareText { get; set; }

    internal bool Publishing { get; set; }

    internal bool HasQuantity => Sizes.Any(size => size is { Quantity: > 0, Remove: false });

    /// <summary>Always an empty row to type a further size in, so that no script is needed to add one.</summary>
    internal void Pad()
    {
        var rows = Math.Clamp(Sizes.Count(size => !size.IsEmpty) + 1, RowsShown, Product.MostVariants);
        while (Sizes.Count < rows) Sizes.Add(new());
    }

    /// <summary>Fills in what is still empty. Returns the fields that were filled.</summary>
    internal IReadOnlyList<string> Take(ListingGuess guess)
    {
        Pad();
        var size = Sizes[0];
        var filled = new List<string>();
        if (string.IsNullOrWhiteSpace(Name) && guess.Name.Length > 0) Fill(nameof(Name), () => Name = guess.Name);
        if (string.IsNullOrEmpty(Category) && guess.Category is not null) Fill(nameof(Category), () => Category = guess.Category);
        if (string.IsNullOrWhiteSpace(size.Label) && guess.Label is not null) Fill("Sizes[0].Label", () => size.Label = guess.Label);
        if (size.Grams is null && guess.Grams is not null) Fill("Sizes[0].Grams", () => size.Grams = guess.Grams);
        if (string.IsNullOrWhiteSpace(size.Price) && guess.Price is not null) Fill("Sizes[0].Price", () => size.Price = guess.Price);
        return filled;

        void Fill(string field, Action fill)
        {
            fill();
            filled.Add(field);
        }
    }

    internal static ProductForm Of(Product product) => new()
    {
        Name = product.Name,
        Category = product.Category,
        Description = product.Description,
        StorageHint = product.StorageHint,
        Photos = product.Photos,
        Sizes = [.. product.Sizes.Select(size => new Row { Code = size.Code, Label = size.Label, Grams = size.NetGrams, Price = size.Price.ToYuan() })],
    };

    internal SaveProduct.Listing ToListing(string? code) => new(
        code, Name!.Trim(), Category!, Description?.Trim() ?? "", StorageHint?.Trim() ?? "", Photos,
        [.. Sizes.Where(size => !size.IsEmpty).Select(size => size.ToSize())],
        HasQuantity ? new(HarvestedOn!.Value, BestBefore!.Value, Place?.Trim() ?? "") : null,
        ShareText, Publishing);

    public sealed class Row
    {
        public string? Code { get; set; }

        public string? Label { get; set; }

        public int? Grams { get; set; }

        public string? Price { get; set; }

        public int? Quantity { get; set; }

        public bool Remove { get; set; }

        internal bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Label) && Grams is null && string.IsNullOrWhiteSpace(Price) && Quantity is null;

        internal SaveProduct.Size ToSize() => new(
            string.IsNullOrWhiteSpace(Code) ? null : Code, Label?.Trim() ?? "", Grams ?? 0, Money.TryParseYuan(Price, out var price) ? price : Money.Zero, Quantity ?? 0, Remove);
    }

    internal sealed class Validator : AbstractValidator<ProductForm>
    {
        private const int MostGrams = 1_000_000;

        public Validator(Texts texts, TimeProvider clock)
        {
            RuleFor(form => form.Name).NotEmpty().WithMessage(_ => texts["catalog.form.name_missing"]).MaximumLength(Product.NameLength).WithMessage(_ => texts["catalog.form.long", Product.NameLength]);
            RuleFor(form => form.Category).Must(key => Categories.Keys.Contains(key)).WithMessage(_ => texts["catalog.form.category_missing"]);
            RuleFor(form => form.Description).MaximumLength(Product.DescriptionLength).WithMessage(_ => texts["catalog.form.long", Product.DescriptionLength]);
            RuleFor(form => form.StorageHint).MaximumLength(Product.StorageLength).WithMessage(_ => texts["catalog.form.long", Product.StorageLength]);
            RuleFor(form => form.Place).MaximumLength(Batch.PlaceLength).WithMessage(_ => texts["catalog.form.long", Batch.PlaceLength]);
            RuleForEach(form => form.Sizes).Where(row => row is { IsEmpty: false, Remove: false }).ChildRules(row => Check(row, texts));
            RuleFor(form => form.Sizes).Must(sizes => sizes.Any(row => row is { IsEmpty: false, Remove: false })).When(form => form.Publishing)
                .OverridePropertyName("Sizes[0].Label").WithMessage(_ => texts["catalog.refused.NothingToSell"]);
            When(form => form.HasQuantity, () => Check(texts, clock));
        }

        private static void Check(InlineValidator<Row> row, Texts texts)
        {
            row.RuleFor(size => size.Label).NotEmpty().WithMessage(_ => texts["catalog.form.label_missing"]).MaximumLength(Variant.LabelLength).WithMessage(_ => texts["catalog.form.long", Variant.LabelLength]);
            row.RuleFor(size => size.Grams).Must(grams => grams is > 0 and <= MostGrams).WithMessage(_ => texts["catalog.form.grams_wrong"]);
            row.RuleFor(size => size.Price).Must(price => Money.TryParseYuan(price, out var money) && money > Money.Zero).WithMessage(_ => texts["catalog.form.price_wrong"]);
            row.RuleFor(size => size.Quantity).Must(quantity => quantity is null or (>= 0 and <= Stock.Most)).WithMessage(_ => texts["catalog.form.quantity_wrong"]);
        }

        private void Check(Texts texts, TimeProvider clock)
        {
            RuleFor(form => form.HarvestedOn).Must(day => day is not null && day <= LocalTime.Today(clock)).WithMessage(_ => texts["catalog.form.harvested_wrong"]);
            RuleFor(form => form.BestBefore).Must((form, day) => day > form.HarvestedOn && day > LocalTime.Today(clock)).WithMessage(_ => texts["catalog.form.best_before_wrong"]);
        }
    }
}
