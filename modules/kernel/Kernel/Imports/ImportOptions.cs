namespace Kernel.Imports;

public class ImportOptions
{
    /// <summary>Where files and their refused rows are kept, in a folder for each run. The host sets its data folder.</summary>
    public string Folder { get; set; } = Path.Combine("data", "imports");

    /// <summary>Rows in one transaction; a group is never cut, so a batch may be larger.</summary>
    public int BatchRows { get; set; } = 500;
}
