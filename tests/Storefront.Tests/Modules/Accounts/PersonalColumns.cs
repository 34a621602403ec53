namespace Storefront.Tests.Modules.Accounts;

/// <summary>Every column that can hold text, and whether it may say who somebody is.</summary>
internal static class PersonalColumns
{
    /// <summary>Hold names, numbers, mailboxes, streets or words about a person: the erased person's texts are looked for here before, and nowhere after.</summary>
    public static readonly IReadOnlyList<string> Named =
    [
        "AccountPasskeys.Data", "Accounts.Email", "Accounts.Name", "Accounts.NormalizedEmail", "Accounts.PhoneNumber", "FeeAccounts.Holder", "HelperConsents.Wording", "Licences.Issuer",
        "Notices.Arguments", "OrderMoves.Reason", "OrderRefunds.Reason", "Orders.Address_Name", "Orders.Address_Phone", "Orders.Address_Street", "Orders.Note",
        "PayerProofs.Note", "PayoutAccounts.Holder", "SavedAddresses.Name", "SavedAddresses.Phone", "SavedAddresses.Street", "ShopChangeRequests.Message",
        "ShopInvitations.Phone", "ShopMoves.Reason", "Shops.Name", "Shops.Story", "Shops.Village", "SignInCodes.Address",
    ];

    /// <summary>Belong to a person without naming anybody: their rows go, or they are blanked. Papers of a shop that has sold stay, because food has to be traceable.</summary>
    public static readonly IReadOnlyList<string> Secret =
    [
        "AccountClaims.ClaimType", "AccountClaims.ClaimValue", "AccountLogins.LoginProvider", "AccountLogins.ProviderDisplayName", "AccountLogins.ProviderKey",
        "AccountPasskeys.CredentialId", "AccountTokens.LoginProvider", "AccountTokens.Name", "AccountTokens.Value", "Accounts.ConcurrencyStamp", "Accounts.PasswordHash",
        "Accounts.SecurityStamp", "CartItems.VariantCode", "CartItems.VideoCode", "Carts.Key", "Documents.Code", "Documents.ContentType", "HelperConsents.DocumentCode",
        "Licences.Covers", "Licences.DocumentCode", "Licences.Number", "Notices.Path", "Notices.TextKey", "Orders.Address_Region", "Orders.Address_RegionCode",
        "PayerProofs.Picture", "FeeAccounts.SealedNumber", "FeeAccounts.Tail", "PayoutAccounts.SealedNumber", "PayoutAccounts.Tail", "PushDevices.Auth", "PushDevices.Code", "PushDevices.Endpoint", "PushDevices.Mark",
        "PushDevices.Name", "PushDevices.P256dh", "SavedAddresses.Code", "SavedAddresses.Region", "SavedAddresses.RegionCode", "Sessions.Code", "Sessions.Device",
        "Sessions.KeyHash", "Sessions.Stamp", "Sessions.Ticket", "ShopChangeRequests.Field", "ShopInvitations.Code", "ShopInvitations.KeyHash", "ShopMembers.Code",
        "Shops.PhotoCode", "SignInCodes.CodeHash", "SignInCodes.Sealed", "SignInCodes.Ticket", "TellingChoices.Code", "Tellings.Device",
    ];

    public static readonly IReadOnlyList<string> Impersonal =
    [
        // Our own random codes, names of states and keys of texts: they say nothing about anybody.
        "Accounts.Language", "Accounts.NormalizedUserName", "Accounts.UserName", "AuditEntries.Act", "AuditEntries.Subject", "Checkouts.Attempt", "Checkouts.Code",
        "Checkouts.Key", "FirstAdminLinks.TokenHash", "FormReceipts.Key", "FormReceipts.Location", "Orders.BuyerLanguage", "Orders.CheckoutCode", "Orders.Code",
        "Orders.Number", "Orders.VideoCode", "Outbox.Event", "Outbox.Handler", "Photos.Code", "Photos.Key", "RoleClaims.ClaimType", "RoleClaims.ClaimValue", "Roles.ConcurrencyStamp",
        "Roles.Name", "Roles.NormalizedName", "SpentChallenges.Hash",

        // Which text a grower agreed to, and the hash of a shop's own link.
        "HelperConsents.Code", "HelperConsents.Language", "HelperConsents.Version", "StatementLinks.KeyHash",

        // Events are ids and numbers; an error is a program's words. Swept after a month.
        "Outbox.LastError", "Outbox.Payload",

        // Written by admins and kept for ever: forms ask for no names, the log masks numbers and mailboxes and refuses the names of the account it is about.
        "AuditEntries.Detail",

        // A parcel's number at its carrier, without which a lost parcel is nobody's.
        "Parcels.Carrier", "Parcels.Waybill",

        // Money: codes, sums and the vendors' words, which adapters keep free of people's data.
        "GatewayNotices.Attempt", "GatewayNotices.EventId", "GatewayNotices.Gateway", "GatewayNotices.Observation", "GatewayNotices.Raw", "Journals.Key",
        "JournalLines.OrderCode", "JournalLines.OrderNumber", "Journals.OrderCode", "Journals.OrderNumber", "LedgerEntries.OrderCode", "OrderMoneys.OrderCode", "OrderMoneys.OrderNumber",
        "PayoutBatches.Code", "PayoutLines.Code", "PayoutLines.ProofCode", "PayoutLines.Reference", "PaymentAttempts.Code", "PaymentAttempts.Currency",
        "PaymentAttempts.Gateway", "PaymentAttempts.StepJson", "PaymentAttempts.VendorReference", "PaymentAttempts.Why", "Payments.Code", "Payments.ReturnPath",
        "Payments.SettledBy", "Payments.Title", "Refunds.Code", "Refunds.Key", "Refunds.VendorReference", "Refunds.Why",

        // A shop's account at a vendor that pays sellers: codes, and what kinds of papers it lacks. Whose it is only the vendor knows.
        "Payees.Code", "Payees.Gateway", "Payees.Missing", "Payees.VendorReference", "Payees.Why",
        "Remittances.Code", "Remittances.Currency", "Remittances.ReversalCode", "Remittances.VendorReference", "Remittances.Why",

        // Transfers by hand: codes and sums. A proof is a bank's receipt, kept with the books it proves and seen by finance alone.
        "TransferMoves.Code", "TransferMoves.Proof", "TransferMoves.Refund", "Transfers.Attempt", "Transfers.Code", "Transfers.Currency", "Transfers.Title",

        // Reasons of finance, in the book for ever: the forms ask for no names or numbers of people. Goods as they were sold.
        "JournalLines.Name", "Journals.Reason", "PayoutLines.Reason", "TransferMoves.Refusal",

        // Why a message did not arrive: a status of the far side, in a channel's words, which hold no number or mailbox.
        "Tellings.Why",

        // Goods and shops as everybody has seen them; a shop's trade name stays with the food it has sold.
        "Batches.Code", "Batches.Place", "FreightTemplates.FarthestProvinces", "FreightTemplates.NearProvinces", "FreightTemplates.RefusedProvinces",
        "FreightTemplates.RemoteProvinces", "LiveShows.About", "LiveShows.Code", "LiveShows.Link", "LiveShows.Platform", "CommissionRules.Category", "OrderLines.BatchCode", "OrderLines.Category", "OrderLines.Label", "OrderLines.PhotoCode", "OrderLines.ProductCode", "OrderLines.ProductName",
        "OrderLines.VariantCode", "OrderRefunds.Key", "Orders.ShopName", "PaperRules.Category", "PaperRules.FoodCategory", "PaperRules.Source", "ProductTerms.Term", "Products.Category",
        "Products.Code", "Products.Cover", "Products.Description", "Products.Guessed", "Products.Name", "Products.Origin", "Products.Photos", "Products.StorageHint", "Shops.Code",
        "Shops.Place", "Shops.RegionCode", "StockHolds.CheckoutCode", "Variants.Code", "Variants.Label", "VideoTies.ProductCode", "Videos.Canonical", "Videos.Caption",
        "Videos.Code", "Videos.Embed", "Videos.Platform", "Videos.PlatformId", "Videos.PosterCode",
    ];
}
