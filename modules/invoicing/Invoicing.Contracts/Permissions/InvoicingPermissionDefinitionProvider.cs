using Invoicing.Features;
using Invoicing.Localization;
using Kernel.Rights;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Features;
using Volo.Abp.Localization;

namespace Invoicing.Permissions;

public class InvoicingPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(InvoicingPermissions.GroupName, L("Permission:Invoicing"));

        group.AddPermission(InvoicingPermissions.Quotes.Default, L("Permission:Quotes")).AddRecordScopes().AddField(InvoicingPermissions.Amounts, L("Field:Amounts"))
            .AddChild(InvoicingPermissions.Quotes.Manage, L("Permission:Quotes.Manage"));

        group.AddPermission(InvoicingPermissions.Orders.Default, L("Permission:Orders")).AddRecordScopes().AddField(InvoicingPermissions.Amounts, L("Field:Amounts"))
            .AddChild(InvoicingPermissions.Orders.Manage, L("Permission:Orders.Manage"));

        var invoices = group.AddPermission(InvoicingPermissions.Invoices.Default, L("Permission:Invoices")).AddRecordScopes().AddField(InvoicingPermissions.Amounts, L("Field:Amounts"));
        invoices.AddChild(InvoicingPermissions.Invoices.Manage, L("Permission:Invoices.Manage"));
        invoices.AddChild(InvoicingPermissions.Invoices.Issue, L("Permission:Invoices.Issue"));
        invoices.AddChild(InvoicingPermissions.Invoices.Import, L("Permission:Invoices.Import"));

        var creditNotes = group.AddPermission(InvoicingPermissions.CreditNotes.Default, L("Permission:CreditNotes")).AddRecordScopes().AddField(InvoicingPermissions.Amounts, L("Field:Amounts"));
        creditNotes.AddChild(InvoicingPermissions.CreditNotes.Manage, L("Permission:CreditNotes.Manage"));
        creditNotes.AddChild(InvoicingPermissions.CreditNotes.Issue, L("Permission:CreditNotes.Issue"));

        group.AddPermission(InvoicingPermissions.TaxRates.Default, L("Permission:TaxRates"))
            .AddChild(InvoicingPermissions.TaxRates.Manage, L("Permission:TaxRates.Manage"));
    }

    // At the end, so that no permission of the module escapes its switch.
    public override void PostDefine(IPermissionDefinitionContext context)
    {
        foreach (var permission in context.GetGroup(InvoicingPermissions.GroupName).GetPermissionsWithChildren())
        {
            permission.RequireFeatures(InvoicingFeatures.Enable);
        }
    }

    private static LocalizableString L(string name) => LocalizableString.Create<InvoicingResource>(name);
}
