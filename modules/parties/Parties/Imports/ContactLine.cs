using Kernel;
using Kernel.Calendars;
using Kernel.Identifiers;
using Kernel.Imports;
using Parties.Parties;

namespace Parties.Imports;

/// <summary>A row of a contacts file in normal form: each field has passed the rule that a form applies.</summary>
internal sealed record ContactLine(
    ImportRow Row, PersonName Name, CompanyName? Company, string? Phone, string? Email, string? NationalId, DateOnly? BirthDate,
    string? Province, string? City, string? Group)
{
    private delegate bool Rule(string typed, out string normal);

    /// <returns>The line, or the refusal of its first wrong field.</returns>
    public static (ContactLine? Line, RowResult? Refusal) Read(ImportRow row)
    {
        RowResult? refusal = null;
        var name = PersonName.Read(Text(PartyImporter.FullName, PartyConsts.MaxFirstNameLength));
        if (name is null)
        {
            Refuse(KernelErrorCodes.Imports.Required, ("Column", PartyImporter.FullName));
        }
        var line = new ContactLine(
            row, name!, CompanyName.Read(Text(PartyImporter.Company, PartyConsts.MaxNameLength)),
            Normal(PartyImporter.Mobile, PhoneNumber.TryNormalize, PartiesErrorCodes.WrongMobile),
            Normal(PartyImporter.Email, EmailAddress.TryNormalize, PartiesErrorCodes.WrongEmail),
            Normal(PartyImporter.NationalId, IranianNationalId.TryNormalize, PartiesErrorCodes.WrongNationalId),
            Day(PartyImporter.BirthDate),
            Place(Text(PartyImporter.Province, PartyConsts.MaxPlaceLength)), Place(Text(PartyImporter.City, PartyConsts.MaxPlaceLength)),
            Text(PartyImporter.Group, PartyConsts.MaxGroupLength));
        return refusal is null ? (line, null) : (null, refusal);

        string? Text(string column, int maxLength)
        {
            var text = row.Text(column);
            if (text?.Length > maxLength)
            {
                Refuse(KernelErrorCodes.Imports.TooLong, ("Column", column), ("Max", maxLength));
            }
            return text;
        }

        string? Normal(string column, Rule rule, string code)
        {
            if (row[column] is not { } typed)
            {
                return null;
            }
            if (!rule(typed, out var normal))
            {
                Refuse(code, ("Value", typed));
            }
            return normal;
        }

        DateOnly? Day(string column)
        {
            if (row[column] is not { } typed)
            {
                return null;
            }
            if (!JalaliCalendar.TryParse(typed, out var day))
            {
                Refuse(KernelErrorCodes.InvalidDate, ("Value", typed));
            }
            return day;
        }

        void Refuse(string code, params (string, object)[] data) => refusal ??= RowResult.Refused(row, code, data);
    }

    /// <summary>«استان فارس» is «فارس».</summary>
    private static string? Place(string? text)
    {
        foreach (var kind in (ReadOnlySpan<string>)["استان ", "شهر ", "شهرستان "])
        {
            if (text?.StartsWith(kind, StringComparison.Ordinal) == true)
            {
                return text[kind.Length..];
            }
        }
        return text;
    }
}
