using System.Xml.Linq;

namespace Workspace.Tests.Architecture;

/// <summary>The arrows of the house plan, read from the project files.</summary>
public class ArrowTests
{
    private static readonly string Root = FindRoot();
    private static readonly Dictionary<string, string[]> References = Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, file => XDocument.Load(file).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).ToArray());

    private static readonly string[] Siblings = ["Inventory", "Invoicing", "Accounting", "Parties"];

    [Fact]
    public void Nobody_but_the_host_references_CRM()
    {
        References.Where(p => !p.Key.StartsWith("Crm.", StringComparison.Ordinal) && !p.Key.StartsWith("Workspace", StringComparison.Ordinal) && !p.Key.EndsWith("Tests", StringComparison.Ordinal))
            .SelectMany(p => p.Value.Where(r => r.StartsWith("Crm.", StringComparison.Ordinal)).Select(r => $"{p.Key} -> {r}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void CRM_references_no_sibling_but_Parties_Contracts()
    {
        References.Where(p => p.Key.StartsWith("Crm.", StringComparison.Ordinal) && !p.Key.EndsWith("Tests", StringComparison.Ordinal))
            .SelectMany(p => p.Value.Where(r => Siblings.Any(s => r == s || (r.StartsWith(s + ".", StringComparison.Ordinal) && r != "Parties.Contracts"))).Select(r => $"{p.Key} -> {r}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_sibling_sees_contracts_of_other_siblings_only()
    {
        foreach (var sibling in Siblings)
        {
            References[sibling].Where(r => Siblings.Contains(r)).ShouldBeEmpty(sibling);
            References[$"{sibling}.Contracts"].Where(r => r is not ("Kernel" or "Parties.Contracts")).ShouldBeEmpty($"{sibling}.Contracts");
        }
    }

    [Fact]
    public void The_kernel_and_CRMs_domain_know_neither_database_nor_web()
    {
        References["Kernel"].ShouldBeEmpty();
        foreach (var project in (string[])["Kernel", "Crm.Domain.Shared", "Crm.Domain", "Crm.Application.Contracts", "Crm.Application", "Parties.Contracts", "Inventory.Contracts", "Invoicing.Contracts", "Accounting.Contracts"])
        {
            var file = Directory.GetFiles(Root, project + ".csproj", SearchOption.AllDirectories).Single();
            var packages = XDocument.Load(file).Descendants("AbpReferences").Single().Value;
            packages.ShouldNotContain("EntityFrameworkCore", customMessage: project);
            packages.ShouldNotContain("AspNetCore", customMessage: project);
            References[project].ShouldNotContain(r => r.Contains("EntityFrameworkCore", StringComparison.Ordinal) || r.EndsWith(".Web", StringComparison.Ordinal), project);
        }
    }

    [Fact]
    public void No_module_asks_which_ABP_it_is_built_against()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "modules"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains(Path.Combine("modules", "abp"), StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            File.ReadLines(file).ShouldNotContain(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal), file);
        }
        References.Where(p => !p.Key.StartsWith("Abp.", StringComparison.Ordinal)).SelectMany(p => p.Value.Where(r => r.StartsWith("Abp.", StringComparison.Ordinal) && p.Key != "Abp.Tests"))
            .ShouldBeEmpty("projects name ABP's packages in AbpReferences, never the stand-in");
    }

    [Fact]
    public void Every_text_exists_in_Persian_and_in_English()
    {
        foreach (var english in Directory.GetFiles(Root, "en.json", SearchOption.AllDirectories).Where(f => (f.Contains("Localization", StringComparison.Ordinal) || f.Contains("Texts", StringComparison.Ordinal)) && !f.StartsWith(Path.Combine(Root, "tests"), StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            var persian = Path.Combine(Path.GetDirectoryName(english)!, "fa.json");
            Keys(persian).ShouldBe(Keys(english), ignoreOrder: true, customMessage: english);
        }
    }

    private static List<string> Keys(string file)
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file));
        return json.RootElement.GetProperty("texts").EnumerateObject().Select(p => p.Name).ToList();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Crm.sln"))) { folder = folder.Parent; }
        return folder.FullName;
    }
}
