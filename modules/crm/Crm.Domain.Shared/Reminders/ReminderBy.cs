namespace Crm.Activities;

/// <summary>By which ways a reminder comes.</summary>
[Flags]
public enum ReminderBy
{
    App = 1,
    Email = 2,
    AppAndEmail = App | Email
}
