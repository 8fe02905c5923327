using Crm.Opportunities;

namespace Crm.Web;

public static class OpportunityText
{
    public static string Tone(OpportunityState state) => state switch
    {
        OpportunityState.Won => "good",
        OpportunityState.Lost => "bad",
        _ => "info",
    };
}
