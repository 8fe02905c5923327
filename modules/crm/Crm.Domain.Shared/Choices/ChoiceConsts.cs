namespace Crm.Choices;

public static class ChoiceConsts
{
    public const int MaxNameLength = 100;
    public const int MaxNoteLength = 500;
    public const int MaxCodeLength = 50;
}
