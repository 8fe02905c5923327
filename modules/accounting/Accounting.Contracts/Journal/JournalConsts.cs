namespace Accounting.Journal;

public static class JournalConsts
{
    public const int MaxReferenceLength = 64;
}
