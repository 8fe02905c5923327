namespace Crm.Opportunities;

/// <summary>What a person of the buying group has to say about the purchase.</summary>
public enum BuyingRole
{
    Decider = 1,
    Influencer = 2,
    EndUser = 3
}
