using Accounting.Localization;
using Microsoft.Extensions.Localization;

namespace Accounting.Accounts;

public static class AccountNames
{
    public static string NameOf(this IStringLocalizer<AccountingResource> texts, string? key, string? name) =>
        name ?? texts["Account:" + key];
}
