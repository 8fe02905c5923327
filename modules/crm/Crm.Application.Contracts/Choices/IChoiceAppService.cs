using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Crm.Choices;

public interface IChoiceAppService : IApplicationService
{
    /// <summary>Of all lists, in order; the retired ones too, because old records name them.</summary>
    Task<List<ChoiceDto>> GetListAsync();

    Task<Guid> CreateAsync(CreateChoiceDto input);
    Task UpdateAsync(Guid id, UpdateChoiceDto input);

    /// <summary>It is no longer offered; what names it keeps it.</summary>
    Task RetireAsync(Guid id);
    Task RestoreAsync(Guid id);
}

/// <param name="Name">In the reader's language as long as nobody has named it.</param>
/// <param name="Note">Of a competitor: where they are better and where we are.</param>
public record ChoiceDto(Guid Id, ChoiceKind Kind, string Name, string? Note, bool IsRetired);

public class CreateChoiceDto
{
    [EnumDataType(typeof(ChoiceKind))]
    public ChoiceKind Kind { get; set; }

    [Required, StringLength(ChoiceConsts.MaxNameLength)]
    public string Name { get; set; } = null!;

    [StringLength(ChoiceConsts.MaxNoteLength)]
    public string? Note { get; set; }
}

public class UpdateChoiceDto
{
    [Required, StringLength(ChoiceConsts.MaxNameLength)]
    public string Name { get; set; } = null!;

    [StringLength(ChoiceConsts.MaxNoteLength)]
    public string? Note { get; set; }
}
