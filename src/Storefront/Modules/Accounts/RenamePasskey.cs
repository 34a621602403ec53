using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;

namespace Storefront.Modules.Accounts;

internal sealed class RenamePasskey(StoreDb db)
{
    /// <summary>False when it was used or removed at the same moment.</summary>
    public async Task<bool> RunAsync(PasskeyCard passkey, string name, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                if (await db.Passkeys.FirstOrDefaultAsync(known => known.CredentialId == passkey.CredentialId, token) is not { } known) return false;
                known.Data.Name = name;
                return true;
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
