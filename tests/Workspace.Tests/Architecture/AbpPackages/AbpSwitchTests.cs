using System.Diagnostics;

namespace Workspace.Tests.Architecture.AbpPackages;

/// <summary>What <c>-p:AbpPackages=true</c> asks NuGet for, as MSBuild evaluates every project of the solution.</summary>
public class AbpSwitchTests
{
    /// <summary>The stand-in's own packages, and pins that only cover gaps of a registry that has not everything.</summary>
    private static readonly string[] OnlyHere =
    [
        "Castle.Core", "Castle.Core.AsyncInterceptor", "Quartz", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core", "Microsoft.CodeAnalysis.Common",
        "System.Composition", "Microsoft.Data.SqlClient", "Microsoft.Data.SqlClient.SNI.runtime", "Microsoft.IdentityModel.JsonWebTokens",
        "System.IdentityModel.Tokens.Jwt", "System.Configuration.ConfigurationManager", "System.Security.Cryptography.Pkcs"
    ];

    [Fact]
    public async Task With_ABPs_packages_every_project_names_packages_of_one_version_and_nothing_of_the_stand_in()
    {
        var asked = await EvaluateAsync();
        var standIn = Directory.GetFiles(Path.Combine(OurProject.Root, "modules", "abp"), "*.csproj", SearchOption.AllDirectories).Select(x => Path.GetFileNameWithoutExtension(x)!).ToHashSet();

        Of(asked, "package").GroupBy(x => x.Project).Select(x => x.Key).ShouldNotBeEmpty();
        foreach (var project in Of(asked, "package").GroupBy(x => x.Project))
        {
            var versions = Of(asked, "version").Where(x => x.Project == project.Key).Select(x => x.Value.Split(' ')).ToList();
            versions.GroupBy(x => x[0]).Where(x => x.Count() > 1).Select(x => x.Key).ShouldBeEmpty($"versions given twice in {project.Key}");
            project.Select(x => x.Value).Except(versions.Select(x => x[0])).ShouldBeEmpty($"packages without a version in {project.Key}");
        }
        Of(asked, "version").Select(x => x.Value).Where(x => x.StartsWith("Volo.Abp.", StringComparison.Ordinal)).Select(x => x.Split(' ')[1]).Distinct()
            .ShouldHaveSingleItem().ShouldStartWith("10.");
        Of(asked, "version").Select(x => x.Value.Split(' ')[0]).Intersect(OnlyHere).ShouldBeEmpty();
        Of(asked, "prune").ShouldBeEmpty("prunes cover gaps of a registry");
        Of(asked, "reference").Where(x => standIn.Contains(x.Value)).ShouldBeEmpty();
        asked.Where(x => standIn.Contains(x.Project) && x.Kind is "package" or "reference" or "file" && standIn.Contains(x.Project)).ShouldBeEmpty("the stand-in is empty");
    }

    [Fact]
    public async Task With_ABPs_packages_each_project_names_those_that_its_file_names_and_the_host_alone_has_files_for_them()
    {
        var asked = await EvaluateAsync();

        foreach (var project in OurProject.All)
        {
            Of(asked, "package").Where(x => x.Project == project.Name && x.Value.StartsWith("Volo.Abp.", StringComparison.Ordinal)).Select(x => x.Value)
                .ShouldBe(project.AbpPackages, ignoreOrder: true, customMessage: project.Name);
        }
        Of(asked, "file").Select(x => (x.Project, x.Value)).ShouldBe([("Workspace", "WorkspaceHostModule.Abp.cs"), ("Workspace.Data", "WorkspaceDbContext.Abp.cs")], ignoreOrder: true);
    }

    private static IEnumerable<Asked> Of(IEnumerable<Asked> asked, string kind) => asked.Where(x => x.Kind == kind);

    private static async Task<List<Asked>> EvaluateAsync()
    {
        var report = Path.GetTempFileName();
        try
        {
            using var build = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", Path.Combine(OurProject.Root, "etc", "abp-packages.proj"), $"-p:Report={report}", "-nologo", "-v:q"])
            {
                RedirectStandardOutput = true,
                Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" }
            })!;
            var said = await build.StandardOutput.ReadToEndAsync();
            await build.WaitForExitAsync();
            build.ExitCode.ShouldBe(0, said);
            return [.. (await File.ReadAllLinesAsync(report)).Select(Asked.Parse).Where(x => x.Kind != "")];
        }
        finally { File.Delete(report); }
    }

    private sealed record Asked(string Project, string Kind, string Value)
    {
        public static Asked Parse(string line) => line.Split(' ', 3) is [var project, var kind, var value] ? new Asked(project, kind, value) : new Asked("", "", line);
    }
}
