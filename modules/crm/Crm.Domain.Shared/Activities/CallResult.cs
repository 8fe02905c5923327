namespace Crm.Activities;

/// <summary>How a call ended. Only <see cref="Talked"/> counts as contact with the customer.</summary>
public enum CallResult
{
    Talked = 1,
    NoAnswer = 2,
    Busy = 3,
    MessageLeft = 4,
}
