using Crm.Localization;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Crm.Choices;

/// <summary>The organisation's lists, named in the reader's language: one statement.</summary>
public class ChoiceReader(IReadOnlyRepository<Choice, Guid> choices, IAsyncQueryableExecuter executer, IStringLocalizer<CrmResource> texts) : ITransientDependency
{
    public virtual async Task<List<ChoiceDto>> GetListAsync() =>
        (await executer.ToListAsync((await choices.GetQueryableAsync()).OrderBy(choice => choice.Kind).ThenBy(choice => choice.Order)
            .Select(choice => new { choice.Id, choice.Kind, choice.Code, choice.Name, choice.Note, choice.IsRetired })))
        .ConvertAll(choice => new ChoiceDto(choice.Id, choice.Kind, texts.NameOf($"Choice:{choice.Kind}", choice.Code, choice.Name), choice.Note, choice.IsRetired));
}
