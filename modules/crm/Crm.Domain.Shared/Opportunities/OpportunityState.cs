namespace Crm.Opportunities;

public enum OpportunityState
{
    Open = 1,
    Won = 2,
    Lost = 3
}
