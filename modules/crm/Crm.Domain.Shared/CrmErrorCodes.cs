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

    public const string CustomerBlocked = "Crm:CustomerBlocked";
    public const string PipelineRetired = "Crm:PipelineRetired";
    public const string PipelineWithoutStages = "Crm:PipelineWithoutStages";
    public const string TooManyStages = "Crm:TooManyStages";
    public const string StageInUse = "Crm:StageInUse";
    public const string StageDaysOutOfRange = "Crm:StageDaysOutOfRange";
    public const string StageGateUnmet = "Crm:StageGateUnmet";
    public const string ProbabilityOutOfRange = "Crm:ProbabilityOutOfRange";
    public const string AmountNegative = "Crm:AmountNegative";
    public const string OpportunityClosed = "Crm:OpportunityClosed";
    public const string OpportunityNotClosed = "Crm:OpportunityNotClosed";
    public const string OpportunityChangedMeanwhile = "Crm:OpportunityChangedMeanwhile";
    public const string OthersAreOpen = "Crm:OthersAreOpen";
    public const string LossWithoutReason = "Crm:LossWithoutReason";
    public const string OpenedInFuture = "Crm:OpenedInFuture";
    public const string ClosedBeforeOpened = "Crm:ClosedBeforeOpened";
    public const string ChoiceExists = "Crm:ChoiceExists";
    public const string LeadWithoutName = "Crm:LeadWithoutName";
    public const string LeadNotReachable = "Crm:LeadNotReachable";
    public const string LeadWrongPhone = "Crm:LeadWrongPhone";
    public const string LeadWrongEmail = "Crm:LeadWrongEmail";
    public const string LeadStatusIsOutcome = "Crm:LeadStatusIsOutcome";
    public const string LeadNeedsDay = "Crm:LeadNeedsDay";
    public const string LeadNotQualified = "Crm:LeadNotQualified";
    public const string LeadClosed = "Crm:LeadClosed";
    public const string LeadNotDisqualified = "Crm:LeadNotDisqualified";
    public const string LeadHasTwin = "Crm:LeadHasTwin";
    public const string LeadHasUnseenTwin = "Crm:LeadHasUnseenTwin";
    public const string DisqualifiedWithoutReason = "Crm:DisqualifiedWithoutReason";
    public const string RecycledIntoPast = "Crm:RecycledIntoPast";
    public const string ImportWithoutCustomer = "Crm:ImportWithoutCustomer";
    public const string ImportUnknownState = "Crm:ImportUnknownState";
    public const string UnknownOwner = "Crm:UnknownOwner";
    public const string PersonIsNoPerson = "Crm:PersonIsNoPerson";
}
