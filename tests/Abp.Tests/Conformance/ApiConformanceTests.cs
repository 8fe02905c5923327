using System.Reflection;
using System.Text;
using Volo.Abp.AspNetCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Modularity;

namespace Abp.Tests.Conformance;

/// <summary>The stand-in offers nothing that ABP does not offer in the same words.</summary>
public class ApiConformanceTests
{
    internal static readonly Assembly[] StandIn =
    [
        typeof(AbpModule).Assembly, typeof(AbpEntityFrameworkCoreModule).Assembly,
        typeof(AbpAspNetCoreModule).Assembly, typeof(AbpIdentityDomainModule).Assembly
    ];

    [ListingFact]
    public void Every_public_type_and_member_is_ABPs()
    {
        var types = StandIn.SelectMany(ApiReflection.PublicTypes).ToList();
        var comparison = new ApiComparison(new ApiListingReader(AbpListing.Folder!), types);
        var report = new StringBuilder();
        var count = 0;
        foreach (var type in types)
        {
            var differences = comparison.Differences(type).ToList();
            if (differences.Count == 0) { continue; }
            count += differences.Count;
            report.AppendLine($"{type.Assembly.GetName().Name}: {TypeText.Definition(type)}");
            differences.ForEach(x => report.AppendLine($"    {x}"));
        }
        types.Count.ShouldBeGreaterThan(100);
        if (count > 0) { Assert.Fail($"{count} differences from ABP 9.2.1{Environment.NewLine}{report}"); }
    }
}
