namespace Crm.SavedViews;

public static class SavedViewConsts
{
    public const int MaxNameLength = 60;
    public const int MaxQueryLength = 500;
    public const int MaxViews = 30;
    public const int MaxListLength = 40;

    /// <summary>The list of opportunities.</summary>
    public const string Opportunities = "Opportunities";
}
