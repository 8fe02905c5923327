using Xunit;

namespace Testing;

/// <summary>The folder of public data beside the repository, when it is there.</summary>
public static class RealData
{
    public static string? Folder { get; } = Find();

    /// <summary>Full path of a file below the folder.</summary>
    public static string File(params string[] path) => Path.Combine([Folder!, .. path]);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CRM_REAL_DATA") is { Length: > 0 } named) { return Directory.Exists(named) ? named : null; }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data)) { return data; }
        }
        return null;
    }
}

/// <summary>A test on real public data; says so where it was skipped.</summary>
public sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute()
    {
        if (RealData.Folder is null) { Skip = "The folder shared/data beside the repository is not there (or set CRM_REAL_DATA)."; }
    }
}

/// <summary>As <see cref="RealDataFactAttribute"/>, with examples.</summary>
public sealed class RealDataTheoryAttribute : TheoryAttribute
{
    public RealDataTheoryAttribute()
    {
        if (RealData.Folder is null) { Skip = "The folder shared/data beside the repository is not there (or set CRM_REAL_DATA)."; }
    }
}
