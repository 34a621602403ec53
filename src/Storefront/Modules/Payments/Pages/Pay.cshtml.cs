using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using QRCoder;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Pages;

/// <summary>Begins an attempt and shows its next step; coming back shows the same. Who holds the attempt's code may see it.</summary>
internal sealed class Pay(BeginPayment begin, ReadAttempt read, SwitchGateway change, IPayments payments, Payers payers) : StorePage
{
    private bool _begun;
    private Uri? _ask;

    public ReadAttempt.Shown Shown { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsOpen => Shown.Word is not "over";

    public bool ShowsStep => Shown is { Step: not null, State: AttemptState.Started or AttemptState.Unknown } && Shown.Left > TimeSpan.Zero;

    public ProofQuestion? Proof => ProofQuestion.Of(Shown);

    /// <summary>While a step stands there, only another gateway is another way.</summary>
    public bool OffersAnother => Shown.MayTryAgain && (!ShowsStep || Others.Any(key => key != Shown.Gateway));

    /// <summary>The app has to say first whose it is.</summary>
    public bool IsAsking => _ask is not null;

    public PayQuestion Ways
    {
        get
        {
            var choices = payments.Choices.Where(choice => Others.Contains(choice.Gateway) && (!ShowsStep || choice.Gateway != Shown.Gateway)).ToList();
            var chosen = Input.Gateway ?? (choices.Find(choice => choice.Gateway == Shown.Gateway) ?? choices.FirstOrDefault())?.Gateway;
            return new("Input.Gateway", Texts["payments.another.label"], chosen, choices);
        }
    }

    /// <summary>The goods are held as long as the first gateway needs: no slower one can take its place.</summary>
    private IEnumerable<string> Others => payments.Gateways.Where(key => key == Shown.Gateway || payments.TimeToPay(key) is null);

    /// <summary>
    /// On to the vendor, once: who comes back with the back button stays here. By refresh and not by status 302, because a browser that came
    /// here by a form follows redirects only to where our policy lets forms go.
    /// </summary>
    public string? RefreshTo => this switch
    {
        { IsOpen: false } => null,
        { _ask: { } ask } => ask.OriginalString,
        { _begun: true, Shown.Step: NextStep.Redirect step } => step.To.AbsoluteUri,
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(string attempt)
    {
        // Only an app that shows our page costs a look beforehand: its vendor may want to know whose it is.
        var before = Payers.IsInApp(Request) ? await read.RunAsync(attempt, Cancel) : null;
        if (before is { Word: "waiting", State: AttemptState.Created }) _ask = payers.Ask(HttpContext, before.Gateway, IPayments.PayUrl(attempt));
        if (_ask is null) _begun = await begin.RunAsync(attempt, new(new($"{Request.Scheme}://{Request.Host}"), payers.Of(HttpContext, before?.Gateway)), Cancel);
        if (await read.RunAsync(attempt, Cancel) is not { } shown) return NotFound();
        if (shown.IsPaid) return LocalRedirect(shown.ReturnPath);
        Show(shown);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string attempt)
    {
        if (await read.RunAsync(attempt, Cancel) is not { } shown) return NotFound();
        Show(shown);
        if (await RefuseAsync(Input) is { } refused) return refused;
        var result = await change.RunAsync(attempt, Input.Gateway!, Cancel);
        return LocalRedirect(IPayments.PayUrl(result.Attempt ?? attempt));
    }

    /// <summary>A picture in the page itself: no request, no script.</summary>
    internal static string Draw(NextStep.QrCode code)
    {
        using var drawing = QRCodeGenerator.GenerateQrCode(code.Content, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(drawing);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(pixelsPerModule: 6));
    }

    private void Show(ReadAttempt.Shown shown)
    {
        Shown = shown;
        if (shown.Step is NextStep.FormPost form) HttpContext.FormOrigin = form.To.GetLeftPart(UriPartial.Authority);
    }

    public sealed class Form
    {
        public string? Gateway { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Form>
    {
        public Validator(Texts texts, IPayments payments) => RuleFor(input => input.Gateway)
            .Must(key => payments.Gateways.Contains(key)).WithMessage(_ => texts["payments.another.missing"]);
    }
}
