using System.ComponentModel.DataAnnotations;

namespace Workspace.Administration.Tenants;

public class TenantListInput
{
    public string? Text { get; set; }

    /// <summary>The last row's name.</summary>
    public string? After { get; set; }
    public int Max { get; set; } = 50;
}

public record TenantPage(IReadOnlyList<TenantRow> Rows, bool HasMore);

public record TenantRow(Guid Id, string Name, DateTime CreatedAt, bool HasOwnDatabase);

/// <param name="CreatedAt">UTC.</param>
public record TenantDto(Guid Id, string Name, DateTime CreatedAt, TenantDatabaseState Database);

public class CreateTenantInput
{
    [Required, StringLength(64)]
    public string Name { get; set; } = "";

    [Required, EmailAddress, StringLength(256)]
    public string AdminEmail { get; set; } = "";

    [Required, StringLength(128)]
    public string AdminPassword { get; set; } = "";

    public TenantEdition Edition { get; set; }

    /// <summary>Of a database of its own; empty to live in the shared one.</summary>
    [StringLength(1024)]
    public string? ConnectionString { get; set; }
}

public record TenantFeatureGroup(string Title, IReadOnlyList<TenantFeature> Features);

/// <param name="Depth">0 for a feature that has no parent.</param>
/// <param name="Choices">Value and text of each, for one that is chosen from a list.</param>
/// <param name="IsOwn">Set for this tenant, not by default.</param>
public record TenantFeature(
    string Name, string Title, string? Description, int Depth, bool IsSwitch, IReadOnlyList<KeyValuePair<string, string>> Choices,
    string? Value, bool IsOwn);
