namespace Crm.Activities;

/// <summary>When something planned comes again after it is done.</summary>
public enum ActivityRepeat
{
    Never = 0,
    Daily = 1,
    Weekly = 2,

    /// <summary>On the same day of each month of the solar calendar.</summary>
    MonthlyJalali = 3,
    MonthlyGregorian = 4,
    YearlyJalali = 5,
    YearlyGregorian = 6
}
