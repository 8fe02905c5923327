namespace Parties.Parties;

/// <summary>What a party is to us. One party may have several roles.</summary>
public static class PartyRoles
{
    public const string Customer = "customer";
    public const string Supplier = "supplier";
    public const string Contact = "contact";

    /// <summary><see cref="Token"/> of <see cref="Customer"/>; a constant, since an index of customers serves only statements that say so literally.</summary>
    public const string CustomerToken = $"|{Customer}|";

    public static IReadOnlyList<string> All { get; } = [Customer, Supplier, Contact];

    /// <summary>The role as it stands in <see cref="PartyRow.RoleTokens"/>; a query says <c>RoleTokens.Contains(Token(role))</c>.</summary>
    public static string Token(string role) => $"|{role}|";

    /// <summary>The roles in a <see cref="PartyRow.RoleTokens"/>.</summary>
    public static IReadOnlyList<string> Parse(string tokens) =>
        tokens.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
