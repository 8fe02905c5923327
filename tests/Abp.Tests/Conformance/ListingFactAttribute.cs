namespace Abp.Tests.Conformance;

/// <summary>A test that needs the listing of ABP's public API; skipped, and saying so, where that list is absent.</summary>
public sealed class ListingFactAttribute : FactAttribute
{
    public ListingFactAttribute()
    {
        if (AbpListing.Folder is null)
        {
            Skip = "Not compared with ABP: set ABP_API_LISTING to the folder of the API listing (api-9.2.1), "
                + "or put it beside the repository at shared/abp/api-9.2.1.";
        }
    }
}

/// <summary>Where the facts about ABP 9.2.1 lie: API listing, tables, values.</summary>
internal static class AbpListing
{
    public static string? Folder { get; } = Find();

    /// <summary>A file beside the listing's folder, such as <c>tables-9.2.1.txt</c>.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder!, "..", file));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ABP_API_LISTING") is { Length: > 0 } given)
        {
            return Directory.Exists(given)
                ? given
                : throw new DirectoryNotFoundException($"ABP_API_LISTING names no folder: {given}");
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var listing = Path.Combine(folder.FullName, "shared", "abp", "api-9.2.1");
            if (Directory.Exists(listing)) { return listing; }
        }
        return null;
    }
}
