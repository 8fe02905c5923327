namespace Crm.Customers;

/// <summary>Whether somebody is the customer we wish for.</summary>
public enum CustomerFit
{
    Ideal = 1,
    Partly = 2,
    NotIdeal = 3
}
