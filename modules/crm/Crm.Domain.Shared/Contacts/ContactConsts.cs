namespace Crm.Contacts;

public static class ContactConsts
{
    public const int MaxPositionLength = 100;
}
