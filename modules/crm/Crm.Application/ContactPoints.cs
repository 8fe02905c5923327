using Parties.Parties;

namespace Crm;

internal static class ContactPoints
{
    public static void AddIfGiven(this List<PartyContactPointDto> points, PartyContactPointType type, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            points.Add(new PartyContactPointDto { Type = type, Value = value });
        }
    }
}
