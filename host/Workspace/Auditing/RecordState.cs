using System.Text.Json;
using Kernel.Auditing;

namespace Workspace.Auditing;

/// <summary>An entity of a record as it was at an instant.</summary>
public record RecordPart(string Entity, string Id, IReadOnlyDictionary<string, JsonElement> Values);

/// <summary>
/// What a record was at an instant, from its history: what was written until then; of what had not changed by then but did
/// later, the old value of that change. What never changed since the history began is not in it.
/// </summary>
public static class RecordState
{
    /// <param name="history">All changes of the record, oldest first.</param>
    /// <returns>Its parts, the root first; empty when it was not there.</returns>
    public static IReadOnlyList<RecordPart> At(IReadOnlyList<ChangeRecord> history, DateTime instant)
    {
        var parts = new Dictionary<(string Entity, string Id), Part>();
        foreach (var change in history)
        {
            foreach (var delta in change.GetChanges())
            {
                if (!parts.TryGetValue((delta.Entity, delta.Id), out var part))
                {
                    parts[(delta.Entity, delta.Id)] = part = new Part { Exists = delta.Kind is not (ChangeKind.Created or ChangeKind.Restored) };
                }
                if (change.Time <= instant) { part.Apply(delta); } else { part.LookBack(delta); }
            }
        }
        return [.. parts.Where(part => part.Value.Exists).Select(part => new RecordPart(part.Key.Entity, part.Key.Id, part.Value.Known()))];
    }

    private sealed class Part
    {
        private readonly Dictionary<string, JsonElement?> _values = [];

        public bool Exists { get; set; }

        public void Apply(EntityDelta<JsonElement?> delta)
        {
            Exists = delta.Kind != ChangeKind.Deleted;
            foreach (var property in delta.Properties) { _values[property.Name] = delta.Kind == ChangeKind.Deleted ? property.Old : property.New; }
        }

        /// <summary>Of the changes after the instant the first one tells what was before it.</summary>
        public void LookBack(EntityDelta<JsonElement?> delta)
        {
            foreach (var property in delta.Properties) { _values.TryAdd(property.Name, property.Old); }
        }

        public Dictionary<string, JsonElement> Known() =>
            _values.Where(value => value.Value is not null).ToDictionary(value => value.Key, value => value.Value!.Value);
    }
}
