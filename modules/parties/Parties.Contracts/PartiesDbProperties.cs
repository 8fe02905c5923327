namespace Parties;

/// <summary>Where the parties' tables are. In the contracts because other modules map <see cref="Parties.PartyRow"/> as a view of one.</summary>
public static class PartiesDbProperties
{
    public const string ConnectionStringName = "Parties";

    public static string DbTablePrefix { get; set; } = "Pty";
    public static string? DbSchema { get; set; }

    public static string Table(string name) => DbTablePrefix + name;
}
