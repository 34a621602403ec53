using Microsoft.AspNetCore.Mvc.ModelBinding;
using Storefront.Modules.Shipping.Contracts;

namespace Storefront.Modules.Shipping.Regions;

/// <summary>
/// Reads the four selects of a region picker ("X.p", "X.c", "X.a", "X.t") as one value "X": the deepest code that still lies in all those above it.
/// Without scripts the lower selects may hold what belonged to a province chosen before.
/// </summary>
internal sealed class RegionForm(IFormCollection form) : IValueProvider
{
    public bool ContainsPrefix(string prefix) => form.ContainsKey($"{prefix}.{RegionPickerTag.Parts[0]}");

    public ValueProviderResult GetValue(string key)
    {
        if (!ContainsPrefix(key)) return ValueProviderResult.None;
        var chosen = "";
        foreach (var part in RegionPickerTag.Parts)
        {
            var code = form[$"{key}.{part}"].ToString();
            if (code.Length <= chosen.Length || !code.StartsWith(chosen, StringComparison.Ordinal)) break;
            chosen = code;
        }
        return new(chosen);
    }

    internal sealed class Factory : IValueProviderFactory
    {
        public async Task CreateValueProviderAsync(ValueProviderFactoryContext context)
        {
            var request = context.ActionContext.HttpContext.Request;
            if (request.HasFormContentType) context.ValueProviders.Add(new RegionForm(await request.ReadFormAsync(request.HttpContext.RequestAborted)));
        }
    }
}
