namespace Crm.Activities;

public enum CallDirection
{
    Outgoing = 1,
    Incoming = 2,
}
