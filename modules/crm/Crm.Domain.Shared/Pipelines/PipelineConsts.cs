namespace Crm.Pipelines;

public static class PipelineConsts
{
    public const int MaxNameLength = 100;
    public const int MaxStages = 20;
    public const int MaxDaysInStage = 3650;
}
