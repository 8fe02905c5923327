namespace Kernel.Imports;

/// <param name="Name">How the importer asks for it: <c>row["mobile"]</c>. Also accepted as header.</param>
/// <param name="IsRequired">Without it the whole file is refused.</param>
/// <param name="Aliases">Other headers, in any language. Case, blanks, underscores and Arabic letters do not matter.</param>
public record ImportColumn(string Name, bool IsRequired, params string[] Aliases);
