namespace Accounting.Permissions;

public static class AccountingPermissions
{
    public const string GroupName = "Accounting";

    public static class Receipts
    {
        public const string Default = GroupName + ".Receipts";
        public const string Create = Default + ".Create";
        public const string Reverse = Default + ".Reverse";

        /// <summary>The field of what was received, and of what of it is allocated.</summary>
        public const string Amounts = Default + ".Fields.Amounts";

        /// <summary>The field of what a party owes.</summary>
        public const string Balance = Default + ".Fields.Balance";
    }

    /// <summary>Money paid back. Its amounts are of the field <see cref="Receipts.Amounts"/>.</summary>
    public static class Refunds
    {
        public const string Default = GroupName + ".Refunds";
        public const string Create = Default + ".Create";
        public const string Reverse = Default + ".Reverse";
    }

    public static class Cheques
    {
        public const string Default = GroupName + ".Cheques";

        /// <summary>Deposit, clear, bounce, return and spend. Taking one is part of taking a receipt.</summary>
        public const string Manage = Default + ".Manage";
    }

    /// <summary>Ageing, statements of account, and the proof of a balance.</summary>
    public static class Receivables
    {
        public const string Default = GroupName + ".Receivables";

        /// <summary>Send a statement of account by e-mail.</summary>
        public const string Send = Default + ".Send";
    }

    public static class Credit
    {
        public const string Default = GroupName + ".Credit";

        /// <summary>Limits and policies.</summary>
        public const string Manage = Default + ".Manage";

        /// <summary>Let a document pass that a limit refuses.</summary>
        public const string Override = Default + ".Override";
    }

    public static class Rates
    {
        public const string Default = GroupName + ".Rates";
        public const string Manage = Default + ".Manage";
    }

    public static class Closings
    {
        public const string Default = GroupName + ".Closings";
        public const string Close = Default + ".Close";
        public const string Reopen = Default + ".Reopen";
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
