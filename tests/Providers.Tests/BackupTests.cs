using Microsoft.EntityFrameworkCore;
using Workspace;
using Workspace.Data;

namespace Providers.Tests;

public class BackupTests
{
    [Fact]
    public Task A_workspace_on_SQLite_comes_back_whole_from_its_back_up() =>
        ComesBackAsync(DatabaseProvider.Sqlite, folder => $"Data Source={Path.Combine(folder.Path, "restored.db")}");

    [PostgresFact]
    public Task A_workspace_on_PostgreSQL_comes_back_whole_from_its_back_up() => ComesBackAsync(DatabaseProvider.PostgreSql, _ => PostgresCluster.Instance.Create());

    [Fact]
    public async Task A_file_that_was_cut_is_refused_and_leaves_nothing()
    {
        using var here = Here.On(DatabaseProvider.Sqlite);
        var (file, folder) = (Path.Combine(NewFolder().Path, "workspace.zip"), NewFolder());
        await new DatabaseBackup(DatabaseProvider.Sqlite, here.ConnectionString, folder).SaveAsync(file);
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..^4_000]);

        var target = Path.Combine(folder.Path, "restored.db");
        await Should.ThrowAsync<DatabaseRefusedException>(() => new DatabaseBackup(DatabaseProvider.Sqlite, $"Data Source={target}", folder).RestoreAsync(file));
        File.Exists(target).ShouldBeFalse();
    }

    private static async Task ComesBackAsync(DatabaseProvider provider, Func<DataFolder, string> emptyPlace)
    {
        using var here = Here.On(provider);
        var acme = await here.Given.Customer("شرکت «آکمه»، ی و ک");
        await here.Given.Payment(acme, 500_000m, await here.Given.Invoice(acme));
        await here.Given.Call(acme, "با خطِ تازه\nو ' و \" و \\");
        var (folder, other, file) = (NewFolder(), NewFolder(), Path.Combine(NewFolder().Path, "workspace.zip"));
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(folder.Keys).FullName, "key-1.xml"), "<key />");

        await new DatabaseBackup(provider, here.ConnectionString, folder).SaveAsync(file);
        var place = emptyPlace(other);
        await new DatabaseBackup(provider, place, other).RestoreAsync(file);

        await using var source = Open(provider, here.ConnectionString);
        await using var copy = Open(provider, place);
        foreach (var table in TableContent.TablesInOrder(source))
        {
            (await TableContent.SumAsync(copy, table)).ShouldBe(await TableContent.SumAsync(source, table), table.Name);
        }
        (await File.ReadAllTextAsync(Path.Combine(other.Keys, "key-1.xml"))).ShouldBe("<key />");
        (await Should.ThrowAsync<DatabaseRefusedException>(() => new DatabaseBackup(provider, place, other).RestoreAsync(file))).Message.ShouldContain("nothing was changed");
    }

    private static WorkspaceDbContext Open(DatabaseProvider provider, string connection)
    {
        var options = new DbContextOptionsBuilder<WorkspaceDbContext>();
        return new WorkspaceDbContext((provider == DatabaseProvider.Sqlite ? options.UseSqlite(connection) : options.UseNpgsql(connection)).Options);
    }

    private static DataFolder NewFolder() => new(Directory.CreateTempSubdirectory("workspace-tests-").FullName);
}
