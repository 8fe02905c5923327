using Kernel.Numbering;
using Volo.Abp.DependencyInjection;

namespace Invoicing.Documents;

/// <summary>Numbers documents: a series for each kind, anew each Jalali year (the fiscal year), such as INV-1405-00012.</summary>
public class DocumentNumbers(INumbering numbering) : ITransientDependency
{
    public Task<string> NextAsync(DocumentKind kind, DateOnly date) => numbering.NextAsync(Prefix(kind), date);

    private static string Prefix(DocumentKind kind) => kind switch
    {
        DocumentKind.Quote => "QUO",
        DocumentKind.Order => "ORD",
        DocumentKind.Invoice => "INV",
        _ => "CRN",
    };
}
