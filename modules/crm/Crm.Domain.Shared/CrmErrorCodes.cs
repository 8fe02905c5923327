namespace Crm;

/// <summary>Rules a user can break; each code is the key of its text.</summary>
public static class CrmErrorCodes
{
    public const string NoteHappensNow = "Crm:NoteHappensNow";
    public const string MeetingNeedsTime = "Crm:MeetingNeedsTime";
    public const string TaskIsNotLogged = "Crm:TaskIsNotLogged";
    public const string ActivityInFuture = "Crm:ActivityInFuture";
    public const string ActivityAlreadyDone = "Crm:ActivityAlreadyDone";
    public const string ActivityNotDone = "Crm:ActivityNotDone";
    public const string ActivityWasNotPlanned = "Crm:ActivityWasNotPlanned";
    public const string NothingWritten = "Crm:NothingWritten";
    public const string ContactIsCustomer = "Crm:ContactIsCustomer";
    public const string ContactIsNoPerson = "Crm:ContactIsNoPerson";
    public const string ContactExists = "Crm:ContactExists";
}
