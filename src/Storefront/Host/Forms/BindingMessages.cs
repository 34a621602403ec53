using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Storefront.Shared;

namespace Storefront.Host.Forms;

/// <summary>What model binding says when text is no number or a field is missing, in the reader's language.</summary>
internal static class BindingMessages
{
    private static readonly Texts T = new();

    public static void Translate(this DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => T["site.error.value"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => T["site.error.value"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => T["site.error.value"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => T["site.error.value"]);
        messages.SetValueIsInvalidAccessor(_ => T["site.error.value"]);
        messages.SetValueMustBeANumberAccessor(_ => T["site.error.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => T["site.error.number"]);
        messages.SetMissingBindRequiredValueAccessor(_ => T["site.error.missing"]);
        messages.SetMissingKeyOrValueAccessor(() => T["site.error.missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => T["site.error.missing"]);
        messages.SetValueMustNotBeNullAccessor(_ => T["site.error.missing"]);
    }
}
