using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.SettingManagement;
using Volo.Abp.TenantManagement;
using Workspace;
using Workspace.Data;
using Workspace.Demonstration;

namespace Providers.Tests;

public class OrganisationArchiveTests
{
    private const string Language = "Abp.Localization.DefaultLanguage";

    [PostgresFact]
    public Task An_organisation_of_a_workspace_on_SQLite_goes_on_in_one_on_PostgreSQL() => GoesOnAsync(DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql);

    [PostgresFact]
    public Task An_organisation_of_a_workspace_on_PostgreSQL_goes_on_in_one_on_SQLite() => GoesOnAsync(DatabaseProvider.PostgreSql, DatabaseProvider.Sqlite);

    [Fact]
    public async Task A_file_in_which_something_was_changed_is_refused_and_leaves_nothing()
    {
        using var here = Here.On(DatabaseProvider.Sqlite);
        await here.Given.Customer("آکمه");
        var (folder, file) = (NewFolder(), NewFile());
        await new OrganisationArchive(DatabaseProvider.Sqlite, here.ConnectionString, folder).SaveAsync(DemonstrationData.TenantName, file);
        await ChangeAsync(file, "tables/PtyParties.jsonl", text => text.Replace("آکمه", "دیگری", StringComparison.Ordinal));

        var place = await EmptyAsync(DatabaseProvider.Sqlite, folder);
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(() => new OrganisationArchive(DatabaseProvider.Sqlite, place, folder).RestoreAsync(file));

        refused.Message.ShouldContain("PtyParties");
        (await CountAsync(DatabaseProvider.Sqlite, place)).ShouldBe(0);
    }

    [Theory]
    [InlineData("tables/PtyParties.jsonl")]
    [InlineData("tables/AbpUsers.jsonl")]
    public async Task A_file_in_which_rows_of_others_were_put_is_refused_and_leaves_nothing(string table)
    {
        using var here = Here.On(DatabaseProvider.Sqlite);
        await here.Given.Customer("آکمه");
        var (folder, file) = (NewFolder(), NewFile());
        var saved = await new OrganisationArchive(DatabaseProvider.Sqlite, here.ConnectionString, folder).SaveAsync(DemonstrationData.TenantName, file);
        await ChangeAsync(file, table, text => text + Regex.Replace(text.Split('\n')[0], "\"Id\":\"[^\"]+\"", $"\"Id\":\"{Guid.NewGuid()}\"")
            .Replace($"\"TenantId\":\"{saved.Id}\"", "\"TenantId\":null", StringComparison.Ordinal) + "\n");

        var place = await EmptyAsync(DatabaseProvider.Sqlite, folder);
        (await Should.ThrowAsync<DatabaseRefusedException>(() => new OrganisationArchive(DatabaseProvider.Sqlite, place, folder).RestoreAsync(file))).Message.ShouldStartWith(Path.GetFileNameWithoutExtension(table));

        (await CountAsync(DatabaseProvider.Sqlite, place)).ShouldBe(0);
    }

    [Theory]
    [InlineData("data/keys/key-1.xml")]
    [InlineData("data/files/tenants/00000000-0000-0000-0000-000000000001/a.txt")]
    [InlineData("data/../../a.txt")]
    public async Task A_file_that_would_write_beside_the_organisations_folders_is_refused(string name)
    {
        using var here = Here.On(DatabaseProvider.Sqlite);
        var (folder, file) = (NewFolder(), NewFile());
        await new OrganisationArchive(DatabaseProvider.Sqlite, here.ConnectionString, folder).SaveAsync(DemonstrationData.TenantName, file);
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update)) { zip.CreateEntry(name); }

        var place = await EmptyAsync(DatabaseProvider.Sqlite, folder);
        await Should.ThrowAsync<DatabaseRefusedException>(() => new OrganisationArchive(DatabaseProvider.Sqlite, place, folder).RestoreAsync(file));

        File.Exists(Path.Combine(folder.Path, name["data/".Length..])).ShouldBeFalse();
        (await CountAsync(DatabaseProvider.Sqlite, place)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_no_organisation_is_refused_with_words()
    {
        using var here = Here.On(DatabaseProvider.Sqlite);
        var (folder, file) = (NewFolder(), NewFile());
        var archive = new OrganisationArchive(DatabaseProvider.Sqlite, here.ConnectionString, folder);
        await new DatabaseBackup(DatabaseProvider.Sqlite, here.ConnectionString, folder).SaveAsync(file);

        (await Should.ThrowAsync<DatabaseRefusedException>(() => archive.SaveAsync("nobody", file + "2"))).Message.ShouldContain("nobody");
        (await Should.ThrowAsync<DatabaseRefusedException>(() => archive.SaveAsync(DemonstrationData.TenantName, file))).Message.ShouldContain("exists");
        (await Should.ThrowAsync<DatabaseRefusedException>(() => archive.RestoreAsync(file))).Message.ShouldContain("restore");
        File.Exists(file + "2").ShouldBeFalse();
    }

    private static async Task GoesOnAsync(DatabaseProvider from, DatabaseProvider to)
    {
        using var here = Here.On(from);
        var acme = await here.Given.Customer("شرکت «آکمه»، ی و ک");
        await here.Given.Payment(acme, 500_000m, await here.Given.Invoice(acme));
        await here.Given.Call(acme, "با خطِ تازه\nو ' و \" و \\");
        var (folder, other, file) = (NewFolder(), NewFolder(), NewFile());
        var tenant = await AddStrangersAsync(from, here.ConnectionString);
        var upload = Path.Combine("files", "tenants", tenant.ToString("D"), "mails", "a.txt");
        await WriteAsync(Path.Combine(folder.Path, upload), "نامه");
        await WriteAsync(Path.Combine(folder.Files, "tenants", Guid.NewGuid().ToString("D"), "b.txt"), "another's");

        await here.Tell<ISettingManager>(settings => settings.SetForTenantAsync(tenant, Language, "fa"));
        await here.Tell<ISettingManager>(settings => settings.SetForTenantAsync(tenant, "Abp.Mailing.Smtp.Password", "sealed by the place's keys"));
        await here.Tell<ISettingManager>(settings => settings.SetForUserAsync(here.As.IdOf("sara"), Language, "en"));

        var saved = await new OrganisationArchive(from, here.ConnectionString, folder).SaveAsync(DemonstrationData.TenantName.ToUpperInvariant(), file);
        saved.Name.ShouldBe(DemonstrationData.TenantName);
        var place = await EmptyAsync(to, other);
        await new OrganisationArchive(to, place, other).RestoreAsync(file);

        await using var source = Open(from, here.ConnectionString);
        await using var copy = Open(to, place);
        foreach (var table in TableContent.TablesInOrder(source).Where(table => saved.Tables.ContainsKey(table.Name) && table.FindColumn("TenantId") is not null))
        {
            var own = new TableContent.Part("\"TenantId\" = @value", tenant);
            (await TableContent.SumAsync(copy, TableContent.TablesInOrder(copy).Single(same => same.Name == table.Name))).ShouldBe(await TableContent.SumAsync(source, table, own), table.Name);
        }
        (await copy.Set<Setting>().OrderBy(setting => setting.ProviderName).Select(setting => $"{setting.ProviderName} {setting.ProviderKey} {setting.Name} {setting.Value}").ToListAsync())
            .ShouldBe([$"T {tenant} {Language} fa", $"U {here.As.IdOf("sara")} {Language} en"]);
        (await copy.Set<Tenant>().IgnoreQueryFilters().SingleAsync()).Id.ShouldBe(tenant);
        (await File.ReadAllTextAsync(Path.Combine(other.Path, upload))).ShouldBe("نامه");
        Directory.GetFiles(other.Files, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
        (await Should.ThrowAsync<DatabaseRefusedException>(() => new OrganisationArchive(to, place, other).RestoreAsync(file))).Message.ShouldContain("already");
    }

    /// <summary>A second organisation with a setting and a user of its own.</summary>
    /// <returns>The first one's id.</returns>
    private static async Task<Guid> AddStrangersAsync(DatabaseProvider provider, string connection)
    {
        await using var context = Open(provider, connection);
        var own = await context.Set<Tenant>().IgnoreQueryFilters().Where(tenant => tenant.Name == DemonstrationData.TenantName).Select(tenant => tenant.Id).SingleAsync();
        var id = Guid.NewGuid();
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO "AbpTenants" ("Id", "Name", "NormalizedName", "EntityVersion", "ExtraProperties", "ConcurrencyStamp", "CreationTime", "IsDeleted")
            SELECT {id}, 'strangers', 'STRANGERS', "EntityVersion", "ExtraProperties", "ConcurrencyStamp", "CreationTime", "IsDeleted" FROM "AbpTenants" WHERE "Id" = {own}
            """);
        context.Add(new Setting(Guid.NewGuid(), Language, "de", "T", id.ToString()));
        context.Add(new IdentityUser(Guid.NewGuid(), "stranger", "stranger@strangers.example", id));
        await context.SaveChangesAsync();
        return own;
    }

    private static async Task ChangeAsync(string file, string name, Func<string, string> change)
    {
        await using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update);
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(await entry.OpenAsync())) { text = await reader.ReadToEndAsync(); }
        entry.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync());
        change(text).ShouldNotBe(text);
        await writer.WriteAsync(change(text));
    }

    private static async Task<string> EmptyAsync(DatabaseProvider provider, DataFolder folder)
    {
        var connection = provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(folder.Path, "empty.db")}" : PostgresCluster.Instance.Create();
        await using var context = Open(provider, connection);
        await context.Database.MigrateAsync();
        return connection;
    }

    private static async Task<int> CountAsync(DatabaseProvider provider, string connection)
    {
        await using var context = Open(provider, connection);
        return await context.Set<Tenant>().IgnoreQueryFilters().CountAsync();
    }

    private static async Task WriteAsync(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
    }

    private static WorkspaceDbContext Open(DatabaseProvider provider, string connection)
    {
        var options = new DbContextOptionsBuilder<WorkspaceDbContext>();
        return new WorkspaceDbContext((provider == DatabaseProvider.Sqlite
            ? options.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly("Workspace.Migrations.Sqlite"))
            : options.UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly("Workspace.Migrations.PostgreSql"))).Options);
    }

    private static DataFolder NewFolder() => new(Directory.CreateTempSubdirectory("workspace-tests-").FullName);

    private static string NewFile() => Path.Combine(NewFolder().Path, "organisation.zip");
}
