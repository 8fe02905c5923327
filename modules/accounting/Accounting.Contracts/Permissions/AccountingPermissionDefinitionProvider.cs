using Accounting.Features;
using Accounting.Localization;
using Kernel.Rights;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Features;
using Volo.Abp.Localization;

namespace Accounting.Permissions;

public class AccountingPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(AccountingPermissions.GroupName, L("Permission:Accounting"));

        var receipts = group.AddPermission(AccountingPermissions.Receipts.Default, L("Permission:Receipts")).AddRecordScopes()
            .AddField("Amounts", L("Field:Amounts")).AddField("Balance", L("Field:Balance"));
        receipts.AddChild(AccountingPermissions.Receipts.Create, L("Permission:Receipts.Create"));
        receipts.AddChild(AccountingPermissions.Receipts.Reverse, L("Permission:Receipts.Reverse"));

        var refunds = group.AddPermission(AccountingPermissions.Refunds.Default, L("Permission:Refunds")).AddRecordScopes();
        refunds.AddChild(AccountingPermissions.Refunds.Create, L("Permission:Refunds.Create"));
        refunds.AddChild(AccountingPermissions.Refunds.Reverse, L("Permission:Refunds.Reverse"));

        group.AddPermission(AccountingPermissions.Cheques.Default, L("Permission:Cheques")).AddRecordScopes()
            .AddChild(AccountingPermissions.Cheques.Manage, L("Permission:Cheques.Manage"));

        group.AddPermission(AccountingPermissions.Receivables.Default, L("Permission:Receivables"))
            .AddChild(AccountingPermissions.Receivables.Send, L("Permission:Receivables.Send"));

        var credit = group.AddPermission(AccountingPermissions.Credit.Default, L("Permission:Credit"));
        credit.AddChild(AccountingPermissions.Credit.Manage, L("Permission:Credit.Manage"));
        credit.AddChild(AccountingPermissions.Credit.Override, L("Permission:Credit.Override"));

        group.AddPermission(AccountingPermissions.Rates.Default, L("Permission:Rates"))
            .AddChild(AccountingPermissions.Rates.Manage, L("Permission:Rates.Manage"));

        var closings = group.AddPermission(AccountingPermissions.Closings.Default, L("Permission:Closings"));
        closings.AddChild(AccountingPermissions.Closings.Close, L("Permission:Closings.Close"));
        closings.AddChild(AccountingPermissions.Closings.Reopen, L("Permission:Closings.Reopen"));

        group.AddPermission(AccountingPermissions.Journal.Default, L("Permission:Journal"));
        group.AddPermission(AccountingPermissions.Accounts.Default, L("Permission:Accounts"));
    }

    // At the end, so that no permission of the module escapes its switch.
    public override void PostDefine(IPermissionDefinitionContext context)
    {
        foreach (var permission in context.GetGroup(AccountingPermissions.GroupName).GetPermissionsWithChildren())
        {
            permission.RequireFeatures(AccountingFeatures.Enable);
        }
    }

    private static LocalizableString L(string name) => LocalizableString.Create<AccountingResource>(name);
}
