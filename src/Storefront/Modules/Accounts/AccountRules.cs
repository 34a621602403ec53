using FluentValidation;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Accounts.Passwords;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>What every form of this module asks of a name, phone, mailbox or new password.</summary>
internal static class AccountRules
{
    public const int ShortestPassword = 8;
    public const int LongestPassword = 128;

    public static void IsName<T>(this IRuleBuilderInitial<T, string?> rule, Texts texts) => rule.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage(_ => texts["accounts.name.missing"])
        .MaximumLength(Account.NameLength).WithMessage(_ => texts["accounts.name.long", Account.NameLength]);

    public static void IsPhone<T>(this IRuleBuilderInitial<T, string?> rule, Texts texts) => rule.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage(_ => texts["accounts.phone.missing"])
        .Must(typed => Phone.Read(typed) is not null).WithMessage(_ => texts["accounts.phone.wrong"]);

    public static void IsEmail<T>(this IRuleBuilderInitial<T, string?> rule, Texts texts) => rule.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage(_ => texts["accounts.email.missing"])
        .Must(typed => Mailbox.Read(typed) is not null).WithMessage(_ => texts["accounts.email.wrong"]);

    /// <summary>Length and not one of the commonest; any characters, blanks too, none cut off.</summary>
    public static void IsNewPassword<T>(this IRuleBuilderInitial<T, string?> rule, Texts texts) => rule.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage(_ => texts["accounts.password.missing"])
        .MinimumLength(ShortestPassword).WithMessage(_ => texts["accounts.password.short", ShortestPassword])
        .MaximumLength(LongestPassword).WithMessage(_ => texts["accounts.password.long", LongestPassword])
        .Must(typed => !CommonPasswords.Contains(typed!)).WithMessage(_ => texts["accounts.password.common"]);
}
