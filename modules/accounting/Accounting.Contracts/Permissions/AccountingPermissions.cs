namespace Accounting.Permissions;

public static class AccountingPermissions
{
    public const string GroupName = "Accounting";

    public static class Receipts
    {
        public const string Default = GroupName + ".Receipts";
        public const string Create = Default + ".Create";
        public const string Reverse = Default + ".Reverse";
    }

    public static class Journal
    {
        public const string Default = GroupName + ".Journal";
    }

    public static class Accounts
    {
        public const string Default = GroupName + ".Accounts";
    }
}
