using Crm.Activities;

namespace Crm.Web;

public static class CrmUrls
{
    public const string Customers = "/Crm/Customers";
    public const string CreateCustomer = "/Crm/Customers/Create";
    public const string Activities = "/Crm/Activities";

    public const string Opportunities = "/Crm/Opportunities";
    public const string Board = "/Crm/Opportunities/Board";
    public const string CreateOpportunity = "/Crm/Opportunities/Create";
    public const string Leads = "/Crm/Leads";
    public const string CreateLead = "/Crm/Leads/Create";
    public const string Reports = "/Crm/Reports";
    public const string SourceReport = "/Crm/Reports/Sources";
    public const string Pipelines = "/Crm/Settings";
    public const string Lists = "/Crm/Settings/Lists";

    public const string Assignment = "/Crm/Settings/Assignment";
    public const string Scoring = "/Crm/Settings/Scoring";
    public const string WorkingTime = "/Crm/Settings/WorkingTime";
    public const string MyDay = "/Crm/MyDay";
    public const string Calendar = "/Crm/Calendar";
    public const string ProcessReport = "/Crm/Reports/Process";
    public const string CheckLists = "/Crm/Settings/CheckLists";
    public const string LeadForms = "/Crm/Settings/Forms";

    public const string QuotaSettings = "/Crm/Settings/Quotas";

    public static string Quotas(string month) => $"{QuotaSettings}?month={month}";
    public static string LeadForm(Guid? id = null) => "/Crm/Settings/Form" + (id is { } known ? $"/{known}" : "");
    public static string PublicLeadForm(string key) => $"/Crm/Forms/{key}";
    public static string CalendarFeed(string key) => $"/Crm/Calendar/Feed/{key}";
    public static string Invitation(Guid activityId) => $"/Crm/Calendar/Invitation/{activityId}";
    public static string Activity(Guid id) => ActivityUrls.Details(id);
    public static string CheckList(Guid id) => $"/Crm/Settings/CheckList/{id}";
    public static string PublicInvitation(string token) => $"/Crm/Invitations/{token}";
    public static string Lead(Guid id) => $"/Crm/Leads/Details/{id}";
    public static string Opportunity(Guid id) => $"/Crm/Opportunities/Details/{id}";
    public static string NewOpportunity(Guid customerId) => $"{CreateOpportunity}?CustomerId={customerId}";
    public static string Pipeline(Guid id) => $"/Crm/Settings/Pipeline/{id}";
    public static string File(Guid partyId) => $"/Crm/Customers/File/{partyId}";
}
