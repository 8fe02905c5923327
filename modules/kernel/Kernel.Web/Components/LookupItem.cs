namespace Kernel.Components;

/// <summary>One choice of a <c>ui-lookup</c>.</summary>
/// <param name="Fill">Values for other fields of the same line or form, by the last part of their names, as <c>IDisplay.…Input</c> writes them.</param>
public record LookupItem(string Value, string Text, string? Sub = null, IReadOnlyDictionary<string, string>? Fill = null);
