namespace Crm.WorkCalendars;

public static class WorkCalendarConsts
{
    public const int MaxHolidayNameLength = 100;
    public const int MaxHoursLength = 100;
    public const int MaxZoneLength = 64;
}
