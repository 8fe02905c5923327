namespace Crm.Permissions;

public static class CrmPermissions
{
    public const string GroupName = "Crm";

    public static class Customers
    {
        public const string Default = GroupName + ".Customers";
        public const string Create = Default + ".Create";

        /// <summary>Profile and contacts.</summary>
        public const string Edit = Default + ".Edit";
        public const string Block = Default + ".Block";
    }

    public static class Activities
    {
        public const string Default = GroupName + ".Activities";

        /// <summary>Log, plan, complete, move and reopen.</summary>
        public const string Manage = Default + ".Manage";
    }
}
