namespace Kernel.Rights;

/// <summary>What a person may do with a protected field; each value includes the ones before it.</summary>
public enum FieldAccess
{
    /// <summary>The value leaves the server in no form; sorting, filtering, grouping and searching by it are refused.</summary>
    Hidden = 0,

    /// <summary>Most of the value is covered; uncovering it is an act that is written to the read ledger first.</summary>
    Masked = 1,

    Visible = 2,

    Changeable = 3
}
