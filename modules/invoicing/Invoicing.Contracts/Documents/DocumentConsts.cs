namespace Invoicing.Documents;

public static class DocumentConsts
{
    public const int MaxNumberLength = 32;
    public const int MaxNoteLength = 1000;
    public const int MaxDescriptionLength = 256;
    public const int MaxLines = 2000;
    public const int MaxSearchKeyLength = 128;

    /// <summary>Of the name of whoever answers a quote for the customer.</summary>
    public const int MaxAnswerNameLength = 128;
    public const int MaxAnswerRemarkLength = 1000;
}
