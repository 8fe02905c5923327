using System.IO.Compression;

namespace Workspace.Databases;

/// <summary>Files of some folders of the data folder in a zip, beneath <c>data/</c>.</summary>
/// <param name="folders">One that is not there is empty.</param>
internal class ArchivedFiles(DataFolder data, params IReadOnlyList<string> folders)
{
    private const string Beneath = "data/";

    public async Task SaveAsync(ZipArchive zip)
    {
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
        {
            await zip.CreateEntryFromFileAsync(file, Beneath + Path.GetRelativePath(data.Path, file).Replace('\\', '/'));
        }
    }

    /// <exception cref="DatabaseRefusedException">A name leads out of the folders.</exception>
    public async Task RestoreAsync(ZipArchive zip)
    {
        var files = zip.Entries.Where(entry => entry.FullName.StartsWith(Beneath, StringComparison.Ordinal))
            .Select(entry => (Entry: entry, Target: Path.GetFullPath(Path.Combine(data.Path, entry.FullName[Beneath.Length..])))).ToList();
        if (!files.TrueForAll(file => folders.Any(folder => file.Target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)))) { throw DatabaseBackup.Damaged(); }
        foreach (var (entry, target) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await entry.ExtractToFileAsync(target, overwrite: true);
        }
    }
}
