using Kernel.Monetary;

namespace Crm.Web;

/// <summary>An amount whose currency is chosen beside it.</summary>
/// <param name="Name">The amount's name in the form.</param>
public record AmountField(string Name, string Currency)
{
    /// <summary>The most used ones, and the one that is chosen.</summary>
    public IEnumerable<string> Choices => Currencies.All.Take(8).Append(Currency).Distinct();

    public string Id => Name.Replace('.', '_') + "_Currency";
}
