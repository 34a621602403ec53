using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>Forgets a passkey. Every other session ends: whoever has the lost phone is out. The person is told.</summary>
internal sealed class RemovePasskey(StoreDb db, IMessages messages, Texts texts, ILogger<RemovePasskey> log)
{
    /// <param name="here">Code of the session that stays.</param>
    public async Task RunAsync(Account owner, PasskeyCard passkey, string? here, CancellationToken cancel)
    {
        await db.WriteAsync(async token =>
        {
            await db.Passkeys.Where(known => known.CredentialId == passkey.CredentialId && known.UserId == owner.Id).ExecuteDeleteAsync(token);
            await db.Sessions.Where(session => session.AccountId == owner.Id && session.Code != here).ExecuteDeleteAsync(token);
        }, cancel);
        log.LogInformation("Account {Account} has removed a passkey", owner.Id);
        await messages.SendAsync(owner.Reach.Target, owner.Reach.Address, texts.In(owner.Language, "passkeys.removed_message", passkey.Name), cancel);
    }
}
