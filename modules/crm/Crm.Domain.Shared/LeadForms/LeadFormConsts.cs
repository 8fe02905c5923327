namespace Crm.LeadForms;

public static class LeadFormConsts
{
    public const int MaxNameLength = 100;
    public const int MaxTitleLength = 200;
    public const int MaxTextLength = 1000;

    /// <summary>Who writes again from the same form within so many days adds to his open lead.</summary>
    public const int DaysOfOneEnquiry = 1;
}

/// <summary>What a public form asks for besides the person's name.</summary>
[Flags]
public enum LeadFormFields
{
    None = 0,
    Mobile = 1,
    Email = 2,
    Company = 4,
    Position = 8,
    City = 16,
    Message = 32
}
