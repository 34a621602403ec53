using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using QRCoder;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Pages;

/// <summary>Begins an attempt and shows its next step; coming back shows the same. Who holds the attempt's code may see it.</summary>
internal sealed class Pay(BeginPayment begin, ReadAttempt read, SwitchGateway change, IPayments payments) : StorePage
{
    private const int AskAgainSeconds = 3;
    private bool _begun;

    public ReadAttempt.Shown Shown { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool IsOpen => Shown.Payment == PaymentState.Waiting && (Shown.State == AttemptState.Unknown || Shown.MayTryAgain || Shown.Newest != Shown.Code);

    public bool ShowsStep => Shown is { Step: not null, State: AttemptState.Started or AttemptState.Unknown };

    /// <summary>While a step stands there, only another gateway is another way.</summary>
    public bool OffersAnother => Shown.MayTryAgain && (!ShowsStep || Others.Any(key => key != Shown.Gateway));

    public IEnumerable<SelectListItem> Gateways => Others.Select(key => new SelectListItem(Texts[$"payments.gateway.{key}"], key, key == (Input.Gateway ?? Shown.Gateway)));

    /// <summary>The goods are held as long as the first gateway needs: no slower one can take its place.</summary>
    private IEnumerable<string> Others => payments.Gateways.Where(key => key == Shown.Gateway || payments.TimeToPay(key) is null);

    /// <summary>
    /// On to the vendor, once: who comes back with the back button stays here. By refresh and not by status 302, because a browser that came
    /// here by a form follows redirects only to where our policy lets forms go.
    /// </summary>
    public string? RefreshTo => this switch
    {
        { IsOpen: false } => null,
        { _begun: true, Shown.Step: NextStep.Redirect step } => step.To.AbsoluteUri,
        { Shown.State: AttemptState.Unknown } => $"/pay/{Shown.Code}",
        { Shown.Step: NextStep.QrCode } => $"/pay/{Shown.Code}",
        _ => null,
    };

    public int RefreshSeconds => _begun && Shown.Step is NextStep.Redirect ? 0 : AskAgainSeconds;

    public async Task<IActionResult> OnGetAsync(string attempt)
    {
        _begun = await begin.RunAsync(attempt, new(new($"{Request.Scheme}://{Request.Host}"), Payers.Of(HttpContext)), Cancel);
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
