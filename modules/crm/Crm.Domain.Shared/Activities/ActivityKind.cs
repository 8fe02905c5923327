namespace Crm.Activities;

public enum ActivityKind
{
    Call = 1,
    Meeting = 2,
    Task = 3,
    Note = 4,
}
