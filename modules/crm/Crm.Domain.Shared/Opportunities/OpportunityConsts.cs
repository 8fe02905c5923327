namespace Crm.Opportunities;

public static class OpportunityConsts
{
    public const int MaxLines = 100;
    public const int MaxLineNameLength = 200;
    public const decimal MaxLineQuantity = 1_000_000_000;
    public const int MaxTitleLength = 200;
    public const int MaxProductLength = 100;
    public const int MaxKeyLength = 100;
    public const int MaxNeedLength = 2000;
    public const int MaxNextStepLength = 200;
    public const int MaxCloseNoteLength = 1000;
    public const int MaxObjectionLength = 500;
}
