using Crm.Localization;
using Crm.Permissions;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.UI.Navigation;

namespace Crm.Web.Menus;

/// <summary>CRM's tab of the workspace.</summary>
public class CrmMenuContributor : IMenuContributor
{
    public Task ConfigureMenuAsync(MenuConfigurationContext context)
    {
        var l = context.GetLocalizer<CrmResource>();
        if (context.Menu.Name == StandardMenus.Main)
        {
            context.Menu.AddItem(new ApplicationMenuItem(CrmMenus.Crm, l["Menu:Crm"], icon: "customers", order: 10)
                .AddItem(new ApplicationMenuItem(CrmMenus.Customers, l["Menu:Customers"], CrmUrls.Customers, "customers", order: 1)
                    .RequirePermissions(CrmPermissions.Customers.Default))
                .AddItem(new ApplicationMenuItem(CrmMenus.Opportunities, l["Menu:Opportunities"], CrmUrls.Board, "chart", order: 4)
                    .RequirePermissions(CrmPermissions.Opportunities.Default))
                .AddItem(new ApplicationMenuItem(CrmMenus.Leads, l["Menu:Leads"], CrmUrls.Leads, "bell", order: 3)
                    .RequirePermissions(CrmPermissions.Leads.Default))
                .AddItem(new ApplicationMenuItem(CrmMenus.SellingReports, l["Menu:SellingReports"], CrmUrls.Reports, "chart", order: 5)
                    .RequirePermissions(CrmPermissions.SellingReports.Default))
                .AddItem(new ApplicationMenuItem(CrmMenus.SellingSettings, l["Menu:SellingSettings"], CrmUrls.Pipelines, "settings", order: 90)
                    .RequirePermissions(CrmPermissions.SellingSettings.Default))
                .AddItem(new ApplicationMenuItem(CrmMenus.MyDay, l["MyDay:Title"], CrmUrls.MyDay, "check", order: 2)
                    .RequirePermissions(CrmPermissions.Activities.Default))
                .AddItem(new ApplicationMenuItem(CrmMenus.Calendar, l["Calendar:Title"], CrmUrls.Calendar, "calendar", order: 3)
                    .RequirePermissions(CrmPermissions.Activities.Default))
                .AddItem(new ApplicationMenuItem(CrmMenus.Activities, l["Menu:Activities"], CrmUrls.Activities, "task", order: 2)
                    .RequirePermissions(CrmPermissions.Activities.Default)));
        }
        else if (context.Menu.Name == StandardMenus.Shortcut)
        {
            context.Menu.AddItem(new ApplicationMenuItem(CrmMenus.NewCustomer, l["Customer:New"], CrmUrls.CreateCustomer, "customers", order: 10)
                .RequirePermissions(CrmPermissions.Customers.Create));
            context.Menu.AddItem(new ApplicationMenuItem(CrmMenus.NewLead, l["Lead:New"], CrmUrls.CreateLead, "bell", order: 11)
                .RequirePermissions(CrmPermissions.Leads.Create));
            context.Menu.AddItem(new ApplicationMenuItem(CrmMenus.NewOpportunity, l["Opportunity:New"], CrmUrls.CreateOpportunity, "chart", order: 12)
                .RequirePermissions(CrmPermissions.Opportunities.Create));
        }
        return Task.CompletedTask;
    }
}

public static class CrmMenus
{
    public const string Crm = "Crm";
    public const string Customers = Crm + ".Customers";
    public const string NewCustomer = Crm + ".NewCustomer";
    public const string Activities = Crm + ".Activities";
    public const string MyDay = Crm + ".MyDay";
    public const string Calendar = Crm + ".Calendar";
    public const string Opportunities = Crm + ".Opportunities";
    public const string NewOpportunity = Crm + ".NewOpportunity";
    public const string Leads = Crm + ".Leads";
    public const string NewLead = Crm + ".NewLead";
    public const string SellingReports = Crm + ".SellingReports";
    public const string SellingSettings = Crm + ".SellingSettings";
}
