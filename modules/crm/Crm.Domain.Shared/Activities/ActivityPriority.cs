namespace Crm.Activities;

public enum ActivityPriority
{
    Low = 1,
    Normal = 2,
    High = 3,
}
