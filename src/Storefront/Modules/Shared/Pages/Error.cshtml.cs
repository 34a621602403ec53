using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront.Modules.Shared.Pages;

/// <summary>Shown in place of every answer that has a status and no body. Reached by re-execution, whatever the method was.</summary>
[IgnoreAntiforgeryToken]
internal sealed class Error : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 409, 413, 429, 500];

    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    /// <summary>Which explanation fits.</summary>
    public int Kind => Known.Contains(Status) ? Status : Status < 500 ? 400 : 500;

    /// <summary>To quote when asking for help; it is on the log line as well.</summary>
    public string ProblemId => Activity.Current?.TraceId.ToString()[..12] ?? HttpContext.TraceIdentifier;

    public void OnGet() => Answer();

    public void OnPost() => Answer();

    private void Answer() => Response.StatusCode = Kind == Status || Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status404NotFound;
}
