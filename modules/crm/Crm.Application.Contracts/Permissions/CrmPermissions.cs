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

    public static class Opportunities
    {
        public const string Default = GroupName + ".Opportunities";

        /// <summary>What an opportunity is worth.</summary>
        public const string Amounts = Default + ".Fields.Amounts";
        public const string Create = Default + ".Create";

        /// <summary>Change, move, plan the next step, buying group, competitors and objections.</summary>
        public const string Edit = Default + ".Edit";

        /// <summary>Win, lose and reopen.</summary>
        public const string Close = Default + ".Close";

        /// <summary>Put somebody in charge.</summary>
        public const string Assign = Default + ".Assign";
        public const string Export = Default + ".Export";
    }

    public static class Leads
    {
        public const string Default = GroupName + ".Leads";
        public const string Create = Default + ".Create";

        /// <summary>Change, log, plan, disqualify, recycle and reopen.</summary>
        public const string Edit = Default + ".Edit";

        /// <summary>Make a customer, a contact and an opportunity of one.</summary>
        public const string Convert = Default + ".Convert";

        /// <summary>Put somebody else in charge.</summary>
        public const string Assign = Default + ".Assign";
        public const string Export = Default + ".Export";
    }

    /// <summary>Win and loss, forecast and sources.</summary>
    public static class SellingReports
    {
        public const string Default = GroupName + ".SellingReports";
    }

    /// <summary>Pipelines, their stages, and the lists of sources, reasons and competitors.</summary>
    public static class SellingSettings
    {
        public const string Default = GroupName + ".SellingSettings";
    }
}
