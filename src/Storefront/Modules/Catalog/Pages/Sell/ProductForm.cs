using System.Globalization;
using FluentValidation;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Guesses;
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

    /// <summary>Lines of <see cref="GuessMark"/>.</summary>
    public List<string> Guesses { get; set; } = [];

    /// <summary>Mark of the product as the form showed it; null for a new one.</summary>
    public string? Seen { get; set; }

    internal bool Publishing { get; set; }

    internal bool HasQuantity => Sizes.Any(size => size is { Quantity: > 0, Remove: false });

    /// <summary>Always an empty row to type a further size in, so that no script is needed to add one.</summary>
    internal void Pad()
    {
        var rows = Math.Clamp(Sizes.Count(size => !size.IsEmpty) + 1, RowsShown, Product.MostVariants);
        while (Sizes.Count < rows) Sizes.Add(new());
    }

    /// <summary>What was guessed and still stands as it was guessed.</summary>
    internal IReadOnlyList<GuessMark> Marks => [.. Guesses.Select(GuessMark.Read).OfType<GuessMark>().DistinctBy(mark => mark.Field).Where(Stands)];

    /// <summary>A field that can be guessed, as text.</summary>
    internal string? this[string field]
    {
        get => field switch
        {
            GuessMark.Name => Name,
            GuessMark.Category => Category,
            GuessMark.BestBefore => BestBefore?.ToString("O", CultureInfo.InvariantCulture),
            GuessMark.Label => First.Label,
            GuessMark.Grams => First.Grams,
            _ => First.Price,
        };
        set
        {
            switch (field)
            {
                case GuessMark.Name: Name = value; break;
                case GuessMark.Category: Category = value; break;
                case GuessMark.BestBefore: BestBefore = value is null ? null : DateOnly.ParseExact(value, "O", CultureInfo.InvariantCulture); break;
                case GuessMark.Label: First.Label = value; break;
                case GuessMark.Grams: First.Grams = value; break;
                default: First.Price = value; break;
            }
        }
    }

    /// <summary>The same amount in other words is still the guess: a draft comes back with 99.00 for 99.</summary>
    private bool Stands(GuessMark mark) => this[mark.Field] is { } now && mark.Field switch
    {
        GuessMark.Price => Money.TryParseYuan(now, out var price) && Money.TryParseYuan(mark.Value, out var guessed) && price == guessed,
        GuessMark.Grams => SizeReader.GramsOf(now) is { } grams && grams == SizeReader.GramsOf(mark.Value),
        _ => now == mark.Value,
    };

    private Row First
    {
        get
        {
            if (Sizes.Count == 0) Sizes.Add(new());
            return Sizes[0];
        }
    }

    internal GuessMark? MarkOf(string field) => Marks.FirstOrDefault(mark => mark.Field == field);

    /// <summary>Fills in what is still empty, each with its mark. Returns the names of the fields that were filled.</summary>
    internal IReadOnlyList<string> Take(ListingGuess guess)
    {
        var filled = new List<string>();
        Fill(GuessMark.Name, guess.Name, filled);
        Fill(GuessMark.Category, guess.Category, filled);
        Fill(GuessMark.Grams, guess.Grams, filled);
        Fill(GuessMark.Label, guess.Label, filled);
        Fill(GuessMark.Price, guess.Price, filled);
        return filled;
    }

    internal void Fill(string field, Guess? guess, List<string> filled)
    {
        if (guess is null || !string.IsNullOrWhiteSpace(this[field])) return;
        this[field] = guess.Value;
        var mark = new GuessMark(field, guess.Value, guess.From);
        Guesses.RemoveAll(line => GuessMark.Read(line)?.Field == field);
        Guesses.Add(mark.ToString());
        filled.Add(mark.Path);
    }

    /// <summary>The seller has looked at the guess, and takes it or takes it away.</summary>
    internal GuessMark? Judge(string field, bool agrees)
    {
        if (MarkOf(field) is not { } mark) return null;
        Guesses.RemoveAll(line => GuessMark.Read(line)?.Field == field);
        if (!agrees) this[field] = null;
        return mark;
    }

    /// <summary>To list the same again: a new harvest has its own photos, stock and dates. A guess stays one.</summary>
    internal static ProductForm Like(Product product)
    {
        var form = Of(product);
        form.Photos = [];
        form.Seen = null;
        foreach (var size in form.Sizes) size.Code = null;
        return form;
    }

    internal static ProductForm Of(Product product) => new()
    {
        Name = product.Name,
        Category = product.Category,
        Description = product.Description,
        StorageHint = product.StorageHint,
        Photos = [.. product.Photos],
        Guesses = [.. (product.Guessed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)],
        Sizes = [.. product.Sizes.Select(size => new Row { Code = size.Code, Label = size.Label, Grams = size.NetGrams.ToString(CultureInfo.InvariantCulture), Price = size.Price.ToYuan() })],
    };

    internal SaveProduct.Listing ToListing(string? code) => new(
        code, Name!.Trim(), Category!, Description?.Trim() ?? "", StorageHint?.Trim() ?? "", Photos,
        [.. Sizes.Where(size => !size.IsEmpty).Select(size => size.ToSize())],
        HasQuantity ? new(HarvestedOn!.Value, BestBefore!.Value, Place?.Trim() ?? "") : null,
        ShareText, Marks.Count == 0 ? null : string.Join('\n', Marks), Publishing);

    public sealed class Row
    {
        public string? Code { get; set; }

        public string? Label { get; set; }

        /// <summary>Grams, or a weight with its unit: "1500", "3斤".</summary>
        public string? Grams { get; set; }

        public string? Price { get; set; }

        public int? Quantity { get; set; }

        public bool Remove { get; set; }

        internal bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Label) && string.IsNullOrWhiteSpace(Grams) && string.IsNullOrWhiteSpace(Price) && Quantity is null;

        internal SaveProduct.Size ToSize() => new(
            string.IsNullOrWhiteSpace(Code) ? null : Code, Label?.Trim() ?? "", SizeReader.GramsOf(Grams) ?? 0, Money.TryParseYuan(Price, out var price) ? price : Money.Zero, Quantity ?? 0, Remove);
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
            row.RuleFor(size => size.Label).Must((size, label) => SizeReader.Agree(label, size.Grams)).WithMessage((size, label) => texts["listing.label_differs", label!.Trim(), size.Grams!.Trim()]);
            row.RuleFor(size => size.Grams).Must(grams => SizeReader.GramsOf(grams) is > 0 and <= MostGrams).WithMessage(_ => texts["catalog.form.grams_wrong"]);
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
