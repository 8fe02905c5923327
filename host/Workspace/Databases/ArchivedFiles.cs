using System.IO.Compression;

namespace Workspace.Databases;

/// <summary>Files of the data folder in a zip, beneath <c>data/</c>.</summary>
internal class ArchivedFiles(DataFolder data)
{
    private const string Beneath = "data/";

    /// <param name="folders">Of the data folder; one that is not there is empty.</param>
    public async Task SaveAsync(ZipArchive zip, params IEnumerable<string> folders)
    {
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
        {
            await zip.CreateEntryFromFileAsync(file, Beneath + Path.GetRelativePath(data.Path, file).Replace('\\', '/'));
        }
    }

    /// <exception cref="DatabaseRefusedException">A name leads out of the data folder.</exception>
    public async Task RestoreAsync(ZipArchive zip)
    {
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith(Beneath, StringComparison.Ordinal)))
        {
            var target = Path.GetFullPath(Path.Combine(data.Path, entry.FullName[Beneath.Length..]));
            if (!target.StartsWith(Path.GetFullPath(data.Path) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) { throw DatabaseBackup.Damaged(); }
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await entry.ExtractToFileAsync(target, overwrite: true);
        }
    }
}
