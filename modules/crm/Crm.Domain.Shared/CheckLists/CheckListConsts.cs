namespace Crm.CheckLists;

public static class CheckListConsts
{
    public const int MaxNameLength = 100;
    public const int MaxTextLength = 300;

    /// <summary>Of one template.</summary>
    public const int MaxTemplateItems = 30;

    /// <summary>On one activity or opportunity.</summary>
    public const int MaxItems = 60;
    public const int MaxTemplates = 100;
    public const int MaxTaskDays = 365;
}
