using System.Text;
using Abp.Tests.Conformance;

namespace Workspace.Tests.Architecture.AbpPackages;

/// <summary>What every compiled assembly outside <c>modules/abp</c> asks of ABP stands in ABP 9.2.1's listing, and its project names the package.</summary>
public class AbpUseTests
{
    /// <summary>ABP's provider and scheduler packages, which the listing does not hold. Only the host's file of providers may use them.</summary>
    internal static readonly string[] Unlisted =
    [
        "Volo.Abp.EntityFrameworkCore.PostgreSql", "Volo.Abp.EntityFrameworkCore.SqlServer", "Volo.Abp.BlobStoring.FileSystem",
        "Volo.Abp.BackgroundWorkers.Quartz", "Volo.Abp.Quartz"
    ];

    /// <summary>What ABP 10 has otherwise than 9.2.1 (its notes on migration), so that nothing may depend on it.</summary>
    private static readonly string[] Changed =
    [
        "Volo.Abp.AutoMapper.", "Volo.Abp.EntityFrameworkCore.DistributedEvents.IncomingEventRecord.", "Volo.Abp.EventBus.Distributed.IncomingEventInfo..ctor"
    ];

    [ListingFact]
    public void Every_type_and_member_of_ABP_that_we_use_is_in_the_listing()
    {
        var abp = new ListedMembers(new ApiListingReader(AbpListing.Folder!));
        var report = new StringBuilder();
        var used = 0;
        foreach (var project in OurProject.All)
        {
            using var assembly = new AssemblyReferences(project.Assembly());
            foreach (var difference in Differences(abp, assembly, ref used).Distinct()) { report.AppendLine($"{project.Name}: {difference}"); }
        }
        used.ShouldBeGreaterThan(2_000);
        report.ToString().ShouldBeEmpty();
    }

    [ListingFact]
    public void Every_project_names_the_packages_whose_types_it_uses()
    {
        var listing = new ApiListingReader(AbpListing.Folder!);
        var abp = new ListedMembers(listing);
        var report = new SortedSet<string>();
        foreach (var project in OurProject.All)
        {
            using var assembly = new AssemblyReferences(project.Assembly());
            var reached = listing.Closure(project.AllAbpPackages());
            var types = assembly.Types().Select(x => (Used: x, In: abp.Types(x)));
            var members = assembly.Members().Select(x => (Used: x.Type, In: abp.Declaring(x)));
            foreach (var (used, declaring) in types.Concat(members).Where(x => x.In.Count > 0 && !x.In.Any(t => reached.Contains(t.Assembly!))))
            {
                report.Add($"{project.Name} uses {used}, which is in {string.Join(" or ", declaring.Select(x => x.Assembly).Distinct())}");
            }
        }
        report.ShouldBeEmpty();
    }

    [ListingFact]
    public void Every_package_that_a_project_names_is_one_of_ABPs()
    {
        var listing = new ApiListingReader(AbpListing.Folder!);
        OurProject.All.SelectMany(x => x.AbpPackages).Distinct().Where(x => !listing.Lists(x)).ShouldBeSubsetOf(Unlisted);
        OurProject.All.Where(x => x.Name != "Workspace" && !x.File.Contains("/tests/", StringComparison.Ordinal) && !x.Name.StartsWith("Workspace.Migrations.", StringComparison.Ordinal))
            .SelectMany(x => x.AbpPackages).Intersect(Unlisted).ShouldBeEmpty("providers are the host's choice");
    }

    [Fact]
    public void The_stand_in_opens_its_insides_to_nobody()
    {
        foreach (var project in Directory.GetFiles(Path.Combine(OurProject.Root, "modules", "abp"), "*.csproj", SearchOption.AllDirectories))
        {
            System.Xml.Linq.XDocument.Load(project).Descendants("InternalsVisibleTo").Select(x => x.Attribute("Include")!.Value)
                .ShouldAllBe(x => x.StartsWith("Abp.", StringComparison.Ordinal) && x != "Abp.Tests" || x == "DynamicProxyGenAssembly2", project);
        }
    }

    private static List<string> Differences(ListedMembers abp, AssemblyReferences assembly, ref int used)
    {
        var found = new List<string>();
        foreach (var type in assembly.Types())
        {
            used++;
            if (abp.Types(type).Count == 0 && !IsUnlisted(type)) { found.Add($"ABP has no type {type}"); }
        }
        foreach (var member in assembly.Members())
        {
            used++;
            if (IsUnlisted(member.Type)) { continue; }
            if (abp.Types(member.Type).Count > 0 && abp.Declaring(member).Count == 0) { found.Add($"ABP has no member {member}"); }
            if (Changed.Any($"{member.Type}.{member.Name}".StartsWith)) { found.Add($"ABP 10 has changed {member}"); }
        }
        foreach (var (attribute, name) in assembly.AttributeMembers())
        {
            used++;
            if (!abp.Types(attribute).Any(x => x.Members.Any(m => m.Kind is 'P' or 'F' && m.Name == name))) { found.Add($"ABP's {attribute} has no {name}"); }
        }
        foreach (var method in assembly.Overrides())
        {
            used++;
            if (!abp.IsOverridable(method) && !IsTheFrameworks(abp, method)) { found.Add($"ABP has nothing to override in {method}"); }
        }
        foreach (var implemented in assembly.Interfaces())
        {
            used++;
            if (implemented.Base is { } ancestor && abp.IsA(ancestor, implemented.Interface)) { continue; }
            foreach (var missing in abp.Types(implemented.Interface).SelectMany(x => x.Members).SelectMany(Methods).Where(x => !implemented.Methods.Contains(x)))
            {
                found.Add($"{implemented.Class} lacks {missing} of ABP's {implemented.Interface}");
            }
        }
        return found;
    }

    private static IEnumerable<string> Methods(ApiMember member) => member.Kind switch
    {
        'P' => new[] { "get", "set" }.Where(x => member.Signature.Contains($" {x};", StringComparison.Ordinal)).Select(x => $"{x}_{member.Name}"),
        'E' => ["add_" + member.Name, "remove_" + member.Name],
        _ => [member.Name]
    };

    private static bool IsUnlisted(string type) => Unlisted.Any(x => type.StartsWith(x + ".", StringComparison.Ordinal));

    /// <summary>What a framework's class beneath ABP's has to override is the same on either build.</summary>
    private static bool IsTheFrameworks(ListedMembers abp, UsedMember method) => abp.ForeignBases(method.Type).Append("System.Object")
        .SelectMany(name => AppDomain.CurrentDomain.GetAssemblies().Select(x => x.GetType(Notation.Key(name).Replace("<", "`")))).OfType<Type>()
        .Any(type => type.GetMethods(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic).Any(x => x.IsVirtual && x.Name == method.Name));
}
