using System.Text.RegularExpressions;

namespace Workspace.Tests.Architecture;

/// <summary>Record rights hold in the repositories. What goes round them stands in a few files, each named here with its reason.</summary>
public partial class BypassTests
{
    /// <summary>Files or folders below the root in which a context may be taken by hand, or SQL written.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["modules/kernel/Kernel.EntityFrameworkCore/Rights/RightsRepository.cs"] = "it is the rule",
        ["modules/kernel/Kernel.EntityFrameworkCore/Imports/ImportManager.cs"] = "a run's own row, beside the job that writes it",
        ["modules/kernel/Kernel.EntityFrameworkCore/Numbering/Numbering.cs"] = "one statement for the next number; nobody's record",
        ["modules/kernel/Kernel.EntityFrameworkCore/Rows/RowInserts.cs"] = "many new rows by one statement; whose they are, says the caller",
        ["modules/inventory/Inventory/Stock/StockBook.cs"] = "moves and levels of goods, nobody's record, by two statements",
        ["modules/kernel/Kernel.EntityFrameworkCore/Reading/"] = "the read ledger's own tables",
        ["host/Workspace/WorkspaceDatabase.cs"] = "migrations",
        ["host/Workspace/SeededBuild.cs"] = "one row of its own, which is nobody's record",
        ["host/Workspace/Databases/DatabaseBackup.cs"] = "whole databases, for an operator at the machine",
        ["host/Workspace/Databases/OrganisationArchive.cs"] = "one organisation, for an operator at the machine",
        ["host/Workspace/Databases/TableContent.cs"] = "rows of a table, for the two before",
        ["host/Workspace/Databases/PlanOnce.cs"] = "how a statement is planned; what it asks stays as it is",
        ["host/Workspace/Operations/Readiness.cs"] = "whether the database answers; no rows",
        ["host/Workspace/Auditing/ChangeTexts.cs"] = "the types of the model's properties; no rows",
        ["host/Workspace/Administration/Tenants/TenantDatabases.cs"] = "migrations of tenants' own databases, and whether the tenant is in them",
    };

    [GeneratedRegex(@"IgnoreQueryFilters|HasQueryFilter|SqlQuery|FromSql|ExecuteSql|\bIDbContextProvider<|GetDbContextAsync|GetDbSetAsync|\bDbCommand\b")]
    private static partial Regex Bypass();

    [Fact]
    public void Nothing_goes_round_the_repositories_but_what_is_named_here()
    {
        var root = Root();
        var found = new[] { "modules", "host" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace('\\', '/'), File: file))
            .Where(file => !file.Path.StartsWith("modules/abp/", StringComparison.Ordinal) && !file.Path.Contains("/obj/", StringComparison.Ordinal)
                && !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
                && !Regex.IsMatch(file.Path, @"/(\w+)Repository\.cs$")) // the classes of each context, which only name it
            .Where(file => Bypass().IsMatch(File.ReadAllText(file.File)))
            .Select(file => file.Path).ToList();

        found.Where(path => !Allowed.Keys.Any(allowed => path == allowed || (allowed.EndsWith('/') && path.StartsWith(allowed, StringComparison.Ordinal)))).ShouldBeEmpty();
        found.ShouldContain("modules/kernel/Kernel.EntityFrameworkCore/Numbering/Numbering.cs", "the walk finds what is there");
    }

    [Fact]
    public void The_repository_classes_of_a_context_only_name_it()
    {
        var root = Root();
        foreach (var file in Directory.GetFiles(root, "*Repository.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}abp{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && Path.GetFileName(f) != "RightsRepository.cs"))
        {
            File.ReadAllText(file).ShouldNotContain("async", customMessage: file);
            File.ReadAllText(file).ShouldContain(": RightsRepository<", customMessage: file);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Crm.sln"))) { folder = folder.Parent; }
        return folder.FullName;
    }
}
