using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Storefront.Modules.Notifications.Channels.Development.Pages;

/// <summary>What would have been sent to phones and mailboxes. Exists in Development only.</summary>
internal sealed class MessagesSent(DevelopmentChannel channel) : PageModel
{
    public IReadOnlyList<DevelopmentChannel.Sent> Messages { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!channel.IsReady) return NotFound();
        Messages = [.. channel.Messages.Take(50)];
        return Page();
    }
}
