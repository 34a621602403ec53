using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront.Shared;

/// <summary>
/// A page with a form: validates with the nested FluentValidation validator and shows the same page again, status 400, everything typed kept.
/// </summary>
public abstract class StorePage : PageModel
{
    protected CancellationToken Cancel => HttpContext.RequestAborted;

    protected Texts Texts => HttpContext.RequestServices.GetRequiredService<Texts>();

    /// <summary>Loads what the page shows beside its form. Called by GET handlers and before a refused form is shown again.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>Null when the input is good; otherwise the answer to return: the same page with 400 and the messages at their fields.</summary>
    protected async Task<IActionResult?> RefuseAsync<TInput>(TInput input, string prefix = "Input")
        where TInput : notnull
    {
        var validator = HttpContext.RequestServices.GetRequiredService<IValidator<TInput>>();
        var verdict = await validator.ValidateAsync(input, Cancel);
        foreach (var error in verdict.Errors)
            ModelState.AddModelError($"{prefix}.{error.PropertyName}", error.ErrorMessage);
        return ModelState.IsValid ? null : await AgainAsync();
    }

    /// <summary>The same page with 400 and this message at the field ("Input.Name"), or on top when the field is empty.</summary>
    protected Task<IActionResult> RefuseAsync(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return AgainAsync();
    }

    /// <summary>The same page with everything typed and nothing judged, for buttons that only help to fill in.</summary>
    protected async Task<IActionResult> ShowAgainAsync()
    {
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
        await LoadAsync();
        return Page();
    }

    private async Task<IActionResult> AgainAsync()
    {
        // Handlers that share a page bind only their own input: what was not posted is not judged.
        foreach (var key in ModelState.Where(entry => entry.Value is { ValidationState: ModelValidationState.Unvalidated }).Select(entry => entry.Key).ToList())
            ModelState.MarkFieldSkipped(key);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAsync();
        return Page();
    }
}
