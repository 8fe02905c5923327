using Microsoft.Extensions.DependencyInjection;

namespace Kernel.Imports;

/// <summary>What a job needs to know of its run for as long as it works.</summary>
internal record ImportPlan(Guid RunId, Guid? TenantId, Guid? UserId, string Importer, string Language, IReadOnlyDictionary<string, string> Options)
{
    public IImporter ImporterOf(IServiceProvider services) => services.GetServices<IImporter>().Single(importer => importer.Name == Importer);
}
