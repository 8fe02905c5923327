using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace Crm.Choices;

[Authorize(CrmPermissions.Opportunities.Default)]
public class ChoiceAppService(IRepository<Choice, Guid> choices, ChoiceReader reader) : CrmAppService, IChoiceAppService
{
    public virtual Task<List<ChoiceDto>> GetListAsync() => reader.GetListAsync();

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task<Guid> CreateAsync(CreateChoiceDto input)
    {
        var known = (await GetListAsync()).FindAll(choice => choice.Kind == input.Kind);
        var made = new Choice(GuidGenerator.Create(), input.Kind, input.Name, known.Count + 1, CurrentTenant.Id);
        made.Describe(input.Note);
        Refuse(known, made.Name!, null);
        return (await choices.InsertAsync(made)).Id;
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task UpdateAsync(Guid id, UpdateChoiceDto input)
    {
        var choice = await choices.GetAsync(id);
        choice.Rename(input.Name);
        choice.Describe(input.Note);
        Refuse((await GetListAsync()).FindAll(known => known.Kind == choice.Kind), choice.Name!, id);
    }

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task RetireAsync(Guid id) => (await choices.GetAsync(id)).Retire();

    [Authorize(CrmPermissions.SellingSettings.Default)]
    public virtual async Task RestoreAsync(Guid id) => (await choices.GetAsync(id)).Restore();

    private static void Refuse(List<ChoiceDto> known, string name, Guid? exceptId)
    {
        if (known.Exists(choice => choice.Name == name && choice.Id != exceptId))
        {
            throw new BusinessException(CrmErrorCodes.ChoiceExists).WithData("Name", name);
        }
    }
}
