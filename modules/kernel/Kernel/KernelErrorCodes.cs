namespace Kernel;

public static class KernelErrorCodes
{
    public const string NoChromium = "Kernel:NoChromium";
    public const string PrintFailed = "Kernel:PrintFailed";
    /// <summary>An export says what it is for.</summary>
    public const string ExportPurpose = "Kernel:ExportPurpose";

    public const string UnknownCurrency = "Kernel:UnknownCurrency";
    public const string CurrencyMismatch = "Kernel:CurrencyMismatch";
    public const string FieldHidden = "Kernel:FieldHidden";
    public const string AmountTooLarge = "Kernel:AmountTooLarge";

    // Each is thrown or reported with the Value that was typed.
    public const string InvalidNationalId = "Kernel:InvalidNationalId";
    public const string InvalidCompanyNationalId = "Kernel:InvalidCompanyNationalId";
    public const string InvalidIban = "Kernel:InvalidIban";
    public const string InvalidPhone = "Kernel:InvalidPhone";
    public const string InvalidEmail = "Kernel:InvalidEmail";
    public const string InvalidPostalCode = "Kernel:InvalidPostalCode";
    public const string InvalidDate = "Kernel:InvalidDate";

    public static class Imports
    {
        public const string UnknownImporter = "Kernel:Import.UnknownImporter";
        public const string NotAllowed = "Kernel:Import.NotAllowed";
        public const string StillRunning = "Kernel:Import.StillRunning";
        public const string UnreadableFile = "Kernel:Import.UnreadableFile";
        public const string EmptyFile = "Kernel:Import.EmptyFile";
        public const string MissingColumns = "Kernel:Import.MissingColumns";
        public const string WrongFieldCount = "Kernel:Import.WrongFieldCount";
        public const string BrokenQuotes = "Kernel:Import.BrokenQuotes";
        public const string BrokenCharacters = "Kernel:Import.BrokenCharacters";

        /// <summary>The row's group was refused because of another Line.</summary>
        public const string GroupRefused = "Kernel:Import.GroupRefused";
        public const string Unexpected = "Kernel:Import.Unexpected";
        public const string Invalid = "Kernel:Import.Invalid";

        /// <summary>With Column.</summary>
        public const string Required = "Kernel:Import.Required";

        /// <summary>With Column and Value.</summary>
        public const string InvalidValue = "Kernel:Import.InvalidValue";

        /// <summary>With Column and Max.</summary>
        public const string TooLong = "Kernel:Import.TooLong";
    }
}
