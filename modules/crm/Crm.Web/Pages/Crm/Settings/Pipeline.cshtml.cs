using System.ComponentModel.DataAnnotations;
using Crm.CheckLists;
using Crm.Permissions;
using Crm.Pipelines;
using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Volo.Abp.Domain.Entities;

namespace Crm.Web.Settings;

/// <summary>One pipeline with its stages.</summary>
[Authorize(CrmPermissions.SellingSettings.Default)]
public class PipelineModel(IPipelineAppService pipelines, ICheckListTemplateAppService checkLists) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>The stage whose form is open.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Edit { get; set; }

    public PipelineDto Pipeline { get; private set; } = null!;
    public SavePipelineDto Name { get; private set; } = new();
    public StageInput New { get; } = new();
    public StageInput Stage { get; private set; } = new();

    private IReadOnlyList<CheckListTemplateDto> Templates { get; set; } = [];

    public IEnumerable<SelectListItem> CheckLists => Templates.Where(template => !template.IsRetired).Select(template => new SelectListItem(template.Name, template.Id.ToString()));

    public string? CheckListName(StageDto stage) => Templates.FirstOrDefault(template => template.Id == stage.CheckListId)?.Name;

    public IEnumerable<StageRequirement> Requirements => Enum.GetValues<StageRequirement>().Where(requirement => requirement != StageRequirement.None);

    public string Asks(StageDto stage) => Requirements.Where(one => stage.Requires.HasFlag(one)).Select(one => L["Enum:StageRequirement." + one].Value).Listed();

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Pipeline = (await pipelines.GetListAsync()).Find(pipeline => pipeline.Id == Id) ?? throw new EntityNotFoundException(typeof(Pipeline), Id);
        Templates = await checkLists.GetListAsync();
        Name = new SavePipelineDto { Name = Pipeline.Name };
        if (Pipeline.Stages.FirstOrDefault(stage => stage.Id == Edit) is { } edited)
        {
            Stage = new StageInput { Name = edited.Name, Percent = (int)Math.Round(edited.Probability * 100), MaxDays = edited.MaxDays, Requires = edited.Requires, CheckListId = edited.CheckListId };
        }
        return PageOr("_Pipeline");
    }

    public virtual async Task<IActionResult> OnPostNameAsync([FromForm(Name = nameof(Name))] SavePipelineDto name)
    {
        ValidateModel();
        await pipelines.UpdateAsync(Id, name);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostRetireAsync(bool retire)
    {
        await (retire ? pipelines.RetireAsync(Id) : pipelines.RestoreAsync(Id));
        return Done();
    }

    public virtual async Task<IActionResult> OnPostAddAsync([FromForm(Name = nameof(New))] StageInput stage, StageRequirement[] requires)
    {
        ValidateModel();
        await pipelines.AddStageAsync(Id, stage.ToDto(requires));
        return Done();
    }

    public virtual async Task<IActionResult> OnPostStageAsync([FromForm(Name = nameof(Stage))] StageInput stage, StageRequirement[] requires)
    {
        ValidateModel();
        await pipelines.UpdateStageAsync(Id, Edit!.Value, stage.ToDto(requires));
        return Done();
    }

    public virtual async Task<IActionResult> OnPostUpAsync(Guid stageId)
    {
        await pipelines.MoveStageUpAsync(Id, stageId);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostDeleteAsync(Guid stageId)
    {
        await pipelines.DeleteStageAsync(Id, stageId);
        return Done();
    }

    private RedirectToPageResult Done() => Done(L["Saved"]);
}

/// <summary>A stage as people type it.</summary>
public class StageInput
{
    [Required, StringLength(PipelineConsts.MaxNameLength)]
    public string? Name { get; set; }

    [Range(0, 100)]
    public int Percent { get; set; } = 50;

    [Range(1, PipelineConsts.MaxDaysInStage)]
    public int? MaxDays { get; set; }

    public StageRequirement Requires { get; set; }
    public Guid? CheckListId { get; set; }

    public SaveStageDto ToDto(IEnumerable<StageRequirement> requires) => new()
    {
        Name = Name!, Probability = Percent / 100m, MaxDays = MaxDays, Requires = requires.Aggregate(StageRequirement.None, (all, one) => all | one), CheckListId = CheckListId,
    };
}
