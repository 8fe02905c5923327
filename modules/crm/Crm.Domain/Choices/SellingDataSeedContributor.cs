using Crm.Pipelines;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Crm.Choices;

/// <summary>Gives every tenant a pipeline and lists to begin with. Whoever has any keeps what is there.</summary>
public class SellingDataSeedContributor(
    IRepository<Pipeline, Guid> pipelines, IRepository<Choice, Guid> choices, IGuidGenerator guids, ICurrentTenant tenant)
    : IDataSeedContributor, ITransientDependency
{
    /// <summary>Of a loss in an imported history that names no reason.</summary>
    public const string NotRecorded = "NotRecorded";

    private static readonly Dictionary<ChoiceKind, string[]> Lists = new()
    {
        [ChoiceKind.LeadSource] = ["Campaign", "Referral", "Exhibition", "WebForm", "Phone", "Instagram", "Search", "Import"],
        [ChoiceKind.WinReason] = ["Price", "Quality", "Delivery", "Relation", "Service"],
        [ChoiceKind.LossReason] = ["Price", "Competitor", "NoBudget", "NoDecision", "Delivery", "NoNeed", "Terms", NotRecorded],
        [ChoiceKind.DisqualifyReason] = ["Junk", "NoNeed", "NoBudget", "Unreachable", "Duplicate", "OutOfArea"],
    };

    public async Task SeedAsync(DataSeedContext context)
    {
        using (tenant.Change(context.TenantId))
        {
            if (await pipelines.GetCountAsync() == 0)
            {
                await pipelines.InsertAsync(Pipeline.Given(guids.Create(), guids.Create, context.TenantId), autoSave: true);
            }
            if (await choices.GetCountAsync() == 0)
            {
                await choices.InsertManyAsync(Given(context.TenantId), autoSave: true);
            }
        }
    }

    private IEnumerable<Choice> Given(Guid? tenantId) => Lists.SelectMany(list =>
        list.Value.Select((code, index) => Choice.Given(guids.Create(), list.Key, code, index + 1, tenantId)));
}
