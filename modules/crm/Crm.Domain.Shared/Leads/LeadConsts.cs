namespace Crm.Leads;

public static class LeadConsts
{
    public const int MaxNameLength = 200;
    public const int MaxPositionLength = 100;
    public const int MaxContactPointLength = 256;
    public const int MaxPlaceLength = 100;
    public const int MaxTextLength = 1000;
    public const int MaxNextStepLength = 200;
    public const int MaxKeyLength = 100;
    public const int MaxUtmLength = 200;
    public const int MaxAttributesLength = 8000;

    /// <summary>An open lead that nobody touched for so many days is stale.</summary>
    public const int StaleDays = 7;
}
