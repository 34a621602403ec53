using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Razor;
using Storefront.Host.Forms;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>Razor Pages whose root is the Modules folder; a page's folder decides who may enter.</summary>
internal static class Pages
{
    public static void AddStorePages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Modules";
            options.Conventions.Add(new FolderRules());
        });
        services.AddScoped<OneEffect>();
        // Chinese stays Chinese in the page: escaped it is eight bytes a letter.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(options =>
        {
            options.Filters.AddService<OneEffect>();
            options.ModelBindingMessageProvider.Translate();
        });
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Modules/Shared/{0}.cshtml"));
        services.Configure<RouteOptions>(options => { options.LowercaseUrls = true; options.AppendTrailingSlash = false; });
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IHostEnvironment>((options, environment) => options.Cookie.Harden("antiforgery", environment));
    }

    private sealed class FolderRules : IPageApplicationModelConvention
    {
        public void Apply(PageApplicationModel model)
        {
            if (PolicyOf(model.ViewEnginePath) is { } policy)
                model.EndpointMetadata.Add(new Microsoft.AspNetCore.Authorization.AuthorizeAttribute(policy));
        }

        private static string? PolicyOf(string path) =>
            path.Contains("/Pages/Admin/", StringComparison.Ordinal) ? Policies.Admin
            : path.Contains("/Pages/Sell/Apply/", StringComparison.Ordinal) ? Policies.SignedIn
            : path.Contains("/Pages/Sell/", StringComparison.Ordinal) ? Policies.Sell
            : path.Contains("/Pages/Mine/", StringComparison.Ordinal) ? Policies.SignedIn
            : null;
    }
}
