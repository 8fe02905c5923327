namespace Kernel.Rights;

/// <summary>Which records of a kind a person sees; each value includes the ones before it.</summary>
public enum RecordScope
{
    /// <summary>Not even his own: he lacks the permission to see records of the kind at all.</summary>
    None = 0,

    /// <summary>Those he is in charge of.</summary>
    Own = 1,

    /// <summary>Also those of the organisation units he belongs to.</summary>
    Team = 2,

    /// <summary>Also those of the units beneath them.</summary>
    Unit = 3,

    All = 4
}
