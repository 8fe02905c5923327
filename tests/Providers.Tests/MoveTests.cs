using Microsoft.EntityFrameworkCore;
using Workspace;
using Workspace.Data;

namespace Providers.Tests;

public class MoveTests
{
    [PostgresFact]
    public async Task A_workspace_moves_from_SQLite_to_PostgreSQL_with_every_row_and_every_value()
    {
        using var here = Here.On(DatabaseProvider.Sqlite);
        var acme = await here.Given.Customer("شرکت «آکمه»، ی و ک");
        await here.Given.Payment(acme, 500_000m, await here.Given.Invoice(acme));
        await here.Given.Call(acme, "با خطِ تازه\nو ' و \" و \\");
        await here.Given.Quote(acme);
        var target = PostgresCluster.Instance.Create();
        var data = new DataFolder(Directory.CreateTempSubdirectory("workspace-tests-").FullName);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(data.Keys).FullName, "key-1.xml"), "<key />");

        var moved = await new DatabaseMove(here.ConnectionString, target, data).RunAsync(TextWriter.Null);

        await using var source = new WorkspaceDbContext(new DbContextOptionsBuilder<WorkspaceDbContext>().UseSqlite(here.ConnectionString).Options);
        await using var copy = new WorkspaceDbContext(new DbContextOptionsBuilder<WorkspaceDbContext>().UseNpgsql(target).Options);
        var from = TableContent.TablesInOrder(source).ToDictionary(table => table.Name);
        foreach (var table in TableContent.TablesInOrder(copy).Where(table => table.Name != "WksProtectionKeys"))
        {
            (await TableContent.SumAsync(copy, table)).ShouldBe(await TableContent.SumAsync(source, from[table.Name]), table.Name);
        }
        moved.Values.Sum().ShouldBeGreaterThan(100);
        (await copy.ProtectionKeys.SingleAsync()).Name.ShouldBe("key-1");

        var again = await Should.ThrowAsync<DatabaseRefusedException>(() => new DatabaseMove(here.ConnectionString, target, data).RunAsync(TextWriter.Null));
        again.Message.ShouldContain("not empty");
        PostgresCluster.Instance.Drop(target);
    }

    [Fact]
    public async Task A_changed_value_changes_the_hash()
    {
        using var here = Here.On(DatabaseProvider.Sqlite);
        await here.Given.Customer("Acme");
        await using var source = new WorkspaceDbContext(new DbContextOptionsBuilder<WorkspaceDbContext>().UseSqlite(here.ConnectionString).Options);
        var parties = TableContent.TablesInOrder(source).Single(table => table.Name == source.Model.FindEntityType(typeof(Parties.Parties.Party))!.GetTableName());

        var before = await TableContent.SumAsync(source, parties);
        await source.Parties.IgnoreQueryFilters().ExecuteUpdateAsync(party => party.SetProperty(x => x.Name, "Acne"));
        (await TableContent.SumAsync(source, parties)).ShouldNotBe(before);
    }
}
