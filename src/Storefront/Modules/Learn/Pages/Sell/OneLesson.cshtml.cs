using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Learn.Pages.Sell;

/// <summary>One lesson, short enough to read while the tea draws.</summary>
internal sealed class OneLesson : StorePage
{
    public Lesson Lesson { get; private set; } = null!;

    /// <summary>The lesson after this one; null at the end.</summary>
    public Lesson? Next { get; private set; }

    public IActionResult OnGet(string key)
    {
        var all = Learn.Lesson.All.ToList();
        var at = all.FindIndex(lesson => lesson.Key == key);
        if (at < 0) return NotFound();
        (Lesson, Next) = (all[at], at + 1 < all.Count ? all[at + 1] : null);
        return Page();
    }
}
