using Crm.Leads;

namespace Crm.Web;

public static class LeadText
{
    public static string Tone(LeadStatus status) => status switch
    {
        LeadStatus.Interested or LeadStatus.Keen or LeadStatus.PreQualified or LeadStatus.Qualified or LeadStatus.Converted => "good",
        LeadStatus.Junk or LeadStatus.Lost => "bad",
        LeadStatus.NotContacted => "warn",
        LeadStatus.NotInterested => "neutral",
        _ => "info",
    };

    public static string Icon(LeadEventKind kind) => kind switch
    {
        LeadEventKind.Call => "call",
        LeadEventKind.Message => "message",
        LeadEventKind.Meeting => "meeting",
        LeadEventKind.Note => "note",
        LeadEventKind.Converted => "check",
        LeadEventKind.Disqualified => "close",
        LeadEventKind.Recycled or LeadEventKind.Reopened => "undo",
        LeadEventKind.Assigned or LeadEventKind.AssignedToSubstitute => "user",
        LeadEventKind.FoundNobody => "alert",
        LeadEventKind.Created => "plus",
        _ => "forward",
    };
}
