using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Storefront.Modules.Sellers;

/// <summary>
/// Carries an uploaded paper through a form that is shown again: a browser sends a file only once, and nobody should upload twice on one bar of signal.
/// Sealed to the account, so that a form cannot name somebody else's paper.
/// </summary>
internal sealed class DocumentTickets(IDataProtectionProvider protection)
{
    private readonly IDataProtectionProvider _seals = protection.CreateProtector("papers on their way");

    public string Issue(string documentCode, long account) => For(account).Protect(documentCode);

    /// <summary>Null for a ticket that is missing, forged or somebody else's.</summary>
    public string? Read(string? ticket, long account)
    {
        if (string.IsNullOrEmpty(ticket)) return null;
        try
        {
            return For(account).Unprotect(ticket);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(long account) => _seals.CreateProtector($"{account}");
}
