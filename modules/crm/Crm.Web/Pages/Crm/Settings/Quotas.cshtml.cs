using Crm.Permissions;
using Crm.Reports;
using Kernel.Monetary;
using Kernel.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Users;

namespace Crm.Web.Settings;

/// <summary>What each seller, and all together, are to win in a Jalali month.</summary>
[Authorize(CrmPermissions.SellingSettings.Default)]
public class QuotasModel(ISellingProcessAppService process, IExternalUserLookupServiceProvider users) : CrmPageModel
{
    private const int MaxUsers = 200;

    /// <summary>A day of the month; this month when left out.</summary>
    [BindProperty(SupportsGet = true, Name = "month")] public DateOnly? On { get; set; }

    public CalendarMonth Month { get; private set; } = null!;
    public CalendarMonth MonthBefore { get; private set; } = null!;
    public List<SetQuotaDto> Quotas { get; private set; } = [];

    /// <summary>Beside each quota its owner's name and what he had the month before.</summary>
    public IReadOnlyList<(string Name, Money? Before)> Owners { get; private set; } = [];
    public bool MayCopy { get; private set; }

    public AmountField Amount(int index) => new($"Quotas[{index}].Amount", CurrencyOf($"Quotas[{index}].Amount", Quotas[index].Currency));

    public string LinkTo(DateOnly day) => CrmUrls.Quotas(CalendarMonth.Jalali(day, Display).Key);

    public virtual async Task<IActionResult> OnGetAsync()
    {
        ReadMonth();
        var (set, before) = (await process.GetSetQuotasAsync(Month.From), await process.GetSetQuotasAsync(MonthBefore.From));
        var known = (await users.SearchAsync(maxResultCount: MaxUsers)).ToDictionary(user => user.Id, user => (Name: user.FullName(), user.IsActive));
        var owners = set.Concat(before).Select(quota => quota.OwnerId).OfType<Guid>().Concat(known.Where(user => user.Value.IsActive).Select(user => user.Key)).Distinct()
            .Select(owner => (Id: (Guid?)owner, Name: known.TryGetValue(owner, out var user) ? user.Name : "—")).OrderBy(owner => owner.Name)
            .Prepend((Id: null, Name: L["Process:Together"].Value)).ToList();
        SetQuotaDto? Of(List<SetQuotaDto> quotas, Guid? owner) => quotas.Find(quota => quota.OwnerId == owner);
        Quotas = owners.ConvertAll(owner => Of(set, owner.Id) ?? new SetQuotaDto { OwnerId = owner.Id, Was = "", Currency = (Of(before, owner.Id) ?? set.FirstOrDefault())?.Currency ?? Currencies.Rial });
        Owners = owners.ConvertAll(owner => (owner.Name, Of(before, owner.Id) is { Amount: { } amount } had ? Money.Of(amount, had.Currency) : (Money?)null));
        MayCopy = before.Exists(quota => Of(set, quota.OwnerId) is null);
        return PageOr("_Quotas");
    }

    public virtual async Task<IActionResult> OnPostAsync([FromForm(Name = nameof(Quotas))] List<SetQuotaDto> quotas)
    {
        ReadMonth();
        for (var i = 0; i < quotas.Count; i++)
        {
            quotas[i].Currency = CurrencyOf($"Quotas[{i}].Amount", quotas[i].Currency);
            quotas[i].Was ??= ""; // binding takes an empty one for none
        }
        ValidateModel();
        await process.SetQuotasAsync(new SetQuotasDto { Month = Month.From, Quotas = quotas });
        return Reread(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostCopyAsync()
    {
        ReadMonth();
        var copied = await process.CopyQuotasAsync(new CopyQuotasDto { From = MonthBefore.From, To = Month.From });
        return Reread(L["Quota:Copied", Display.Number(copied)]);
    }

    private void ReadMonth()
    {
        Month = CalendarMonth.Jalali(On ?? Today, Display);
        MonthBefore = CalendarMonth.Jalali(Month.From.AddDays(-1), Display);
    }

    private RedirectResult Reread(string text)
    {
        Toast(text);
        return Redirect(CrmUrls.Quotas(Month.Key));
    }
}
