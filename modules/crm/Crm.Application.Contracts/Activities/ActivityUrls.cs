namespace Crm.Activities;

/// <summary>Addresses that stand in notifications, which are raised where there is no page.</summary>
public static class ActivityUrls
{
    public static string Details(Guid id) => $"/Crm/Activities/Details/{id}";

    /// <summary>Where the current user, who is invited, answers.</summary>
    public static string MyInvitation(Guid id) => $"/Crm/Invitations/Mine/{id}";
}
