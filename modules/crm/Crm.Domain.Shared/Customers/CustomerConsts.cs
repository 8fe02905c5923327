namespace Crm.Customers;

public static class CustomerConsts
{
    public const int MaxBlockReasonLength = 500;
    public const int MaxInterestsLength = 1000;
    public const int MaxFitNoteLength = 500;
    public const int MaxSourceLength = 200;
}
