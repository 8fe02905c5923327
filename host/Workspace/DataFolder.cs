namespace Workspace;

/// <summary>The one folder that holds what the workspace keeps: database, keys, files of imports. Back it up, and you have all.</summary>
/// <param name="Path">Absolute; configured as <c>Workspace:DataFolder</c>, by default <c>data</c> in the current directory.</param>
public record DataFolder(string Path)
{
    public string Database => System.IO.Path.Combine(Path, "workspace.db");
    public string Keys => System.IO.Path.Combine(Path, "keys");
    public string Locks => System.IO.Path.Combine(Path, "locks");
    public string Imports => System.IO.Path.Combine(Path, "imports");
    public string Files => System.IO.Path.Combine(Path, "files");

    /// <summary>Mail that no server was there to take.</summary>
    public string Outbox => System.IO.Path.Combine(Path, "outbox");

    public static DataFolder From(IConfiguration configuration)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(configuration["Workspace:DataFolder"] ?? "data"));
        Directory.CreateDirectory(folder.Path);
        return folder;
    }
}
