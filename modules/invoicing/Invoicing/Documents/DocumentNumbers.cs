using Kernel.Calendars;
using Kernel.Numbering;
using Volo.Abp.DependencyInjection;

namespace Invoicing.Documents;

/// <summary>Numbers documents: a series for each kind, anew each Jalali year (the fiscal year), such as INV-1405-00012.</summary>
public class DocumentNumbers(INumbering numbering) : ITransientDependency
{
    public async Task<string> NextAsync(DocumentKind kind, DateOnly date)
    {
        var (year, _, _) = JalaliCalendar.FromDate(date);
        var prefix = Prefix(kind);
        return $"{prefix}-{year}-{await numbering.NextAsync(prefix, year):00000}";
    }

    private static string Prefix(DocumentKind kind) => kind switch
    {
        DocumentKind.Quote => "QUO",
        DocumentKind.Order => "ORD",
        DocumentKind.Invoice => "INV",
        _ => "CRN",
    };
}
