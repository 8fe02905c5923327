using System.Globalization;
using System.Text.Json;
using Kernel.Auditing;
using Kernel.Displaying;
using Kernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Workspace.Data;

namespace Workspace.Auditing;

/// <param name="Part">Of what belongs to the record: which; null for the record itself.</param>
public record FieldChange(string? Part, string Label, string? Old, string? New);

public record ChangeRow(
    Guid Id, DateTime Time, ChangeKind Kind, string Entity, string RecordId, string RecordName, string? RecordUrl, string? UserName, string? ImpersonatorName,
    string? ClientAddress, IReadOnlyList<FieldChange> Fields);

/// <summary>Changes as people read them: fields and values in their language, with names instead of ids, covered where they may not look.</summary>
public class ChangeTexts(
    IStringLocalizer<WorkspaceResource> texts, IStringLocalizerFactory localizers, IOptions<AbpLocalizationOptions> localization, IDisplay display,
    RecordNames names, ProtectedFields protectedFields, IDbContextProvider<WorkspaceDbContext> contexts) : ITransientDependency
{
    private const string Covered = "•••";

    public virtual async Task<IReadOnlyList<ChangeRow>> ReadAsync(IReadOnlyList<ChangeRecord> changes)
    {
        var context = await ContextAsync(changes.SelectMany(change => change.GetChanges()).SelectMany(delta => delta.Properties).SelectMany(property => new[] { property.Old, property.New }),
            changes.Select(change => change.RecordId), changes.Where(change => change.UserId is not null).Select(change => change.UserId!.Value));
        return [.. changes.Select(change => Row(change, context))];
    }

    /// <summary>The state of each part of a record as label and value.</summary>
    public virtual async Task<IReadOnlyList<(string Part, IReadOnlyList<(string Label, string Value)> Values)>> ReadStateAsync(IReadOnlyList<RecordPart> parts)
    {
        var context = await ContextAsync(parts.SelectMany(part => part.Values.Values).Select(value => (JsonElement?)value), [], []);
        return [.. parts.Select(part => (EntityName(part.Entity), (IReadOnlyList<(string, string)>)[.. part.Values
            .Select(value => (FieldName(value.Key), Value(part.Entity, value.Key, value.Value, context)))
            .Where(value => value.Item2 is { Length: > 0 })
            .Select(value => (value.Item1, value.Item2!))]))];
    }

    /// <summary>An entity by the name of its type, with or without namespace.</summary>
    public string EntityName(string entity) => Text("Entity:" + entity.Split('.')[^1]) ?? entity.Split('.')[^1];

    public string FieldName(string property) => Text("Field:" + property) ?? property;

    /// <param name="key"><c>Entity:…</c>, <c>Field:…</c> or <c>Enum:Type.Value</c>.</param>
    public bool IsNamed(string key) => Text(key) is not null;

    private ChangeRow Row(ChangeRecord change, Context context)
    {
        var record = Guid.TryParse(change.RecordId, out var id) ? context.Records.GetValueOrDefault(id) : null;
        var root = change.Entity.Split('.')[^1];
        var fields = new List<FieldChange>();
        foreach (var delta in change.GetChanges())
        {
            var part = delta.Entity == root || delta.Id == change.RecordId ? null : EntityName(delta.Entity);
            fields.AddRange(delta.Properties.Select(property => new FieldChange(
                part, FieldName(property.Name), Value(delta.Entity, property.Name, property.Old, context), Value(delta.Entity, property.Name, property.New, context))));
        }
        var user = change.UserId is { } userId ? context.Users.GetValueOrDefault(userId) ?? change.UserName : change.UserName;
        return new ChangeRow(change.Id, change.Time, change.Kind, EntityName(change.Entity), change.RecordId,
            record?.Name ?? NameIn(change) ?? EntityName(change.Entity), record?.Url, user, change.ImpersonatorName, change.ClientAddress, fields);
    }

    /// <summary>What is gone, or has no page, is called by what its change says of it.</summary>
    private static string? NameIn(ChangeRecord change) =>
        change.GetChanges().SelectMany(delta => delta.Properties).FirstOrDefault(property => property.Name is "Name" or "UserName" or "DisplayName" or "Number") is { } name
            ? (name.New ?? name.Old)?.ToString() : null;

    private string? Value(string entity, string property, JsonElement? value, Context context)
    {
        if (value is not { } element) { return null; }
        if (context.Covered.Contains((entity, property))) { return Covered; }
        return element.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => texts[element.GetBoolean() ? "Yes" : "No"],
            JsonValueKind.Number => display.Number(element.GetDecimal()),
            JsonValueKind.Object => Composed(element),
            JsonValueKind.String => TextValue(entity, property, element.GetString()!, context),
            _ => null
        };
    }

    private string? Composed(JsonElement element) =>
        element.TryGetProperty(nameof(Money.Amount), out var amount) && element.TryGetProperty(nameof(Money.Currency), out var currency)
            ? currency.GetString() is { } code ? display.Money(new Money(amount.GetInt64(), code)) : null
            : element.GetRawText();

    private string TextValue(string entity, string property, string value, Context context)
    {
        if (Guid.TryParse(value, out var id))
        {
            return context.Users.GetValueOrDefault(id) ?? context.Records.GetValueOrDefault(id)?.Name ?? value[..8];
        }
        var type = context.Types.GetValueOrDefault((entity, property));
        if (type == typeof(DateOnly)) { return display.Date(DateOnly.Parse(value, CultureInfo.InvariantCulture)); }
        if (type == typeof(DateTime)) { return display.DateTime(DateTime.SpecifyKind(DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), DateTimeKind.Utc)); }
        if (type?.IsEnum == true) { return string.Join(texts["Comma"], value.Split(", ").Select(name => Text($"Enum:{type.Name}.{name}") ?? name)); }
        return value.StartsWith('+') ? display.Phone(value) : property == "RoleTokens" ? Roles(value) : value;
    }

    private string Roles(string tokens) =>
        string.Join(texts["Comma"], tokens.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(role => Text("Role:" + role) ?? role));

    /// <summary>A text of the host, or of whichever module has it.</summary>
    private string? Text(string key)
    {
        if (texts[key] is { ResourceNotFound: false } own) { return own; }
        return localization.Value.Resources.Values.OfType<LocalizationResource>()
            .Select(resource => localizers.Create(resource.ResourceType)[key]).FirstOrDefault(text => !text.ResourceNotFound)?.Value;
    }

    private async Task<Context> ContextAsync(IEnumerable<JsonElement?> values, IEnumerable<string> recordIds, IEnumerable<Guid> userIds)
    {
        var ids = values.Where(value => value?.ValueKind == JsonValueKind.String).Select(value => value!.Value.GetString()!).Where(text => Guid.TryParse(text, out _)).ToList();
        return new Context(
            await names.GetAsync(recordIds.Concat(ids)), await names.GetUsersAsync(userIds.Concat(ids.Select(Guid.Parse))),
            await protectedFields.GetCoveredAsync(), await TypesAsync());
    }

    private async Task<Dictionary<(string, string), Type>> TypesAsync()
    {
        var types = new Dictionary<(string, string), Type>();
        foreach (var entity in (await contexts.GetDbContextAsync()).Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                types.TryAdd((entity.ClrType.Name, property.Name), Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType);
            }
        }
        return types;
    }

    private sealed record Context(
        Dictionary<Guid, RecordName> Records, Dictionary<Guid, string> Users, HashSet<(string, string)> Covered, Dictionary<(string, string), Type> Types);
}
