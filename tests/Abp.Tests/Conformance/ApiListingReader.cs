using System.Text.RegularExpressions;

namespace Abp.Tests.Conformance;

/// <summary>ABP's public API as its listing tells it: one file an assembly, one line a type or member.</summary>
internal sealed partial class ApiListingReader
{
    private readonly Dictionary<string, List<ApiType>> _types = [];
    private readonly HashSet<ApiType> _oblivious = [];
    private readonly Dictionary<string, string[]> _references = [];

    public ApiListingReader(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order())
        {
            Read(Path.GetFileNameWithoutExtension(file), File.ReadAllLines(file));
        }
    }

    /// <summary>All types of that name: assemblies may each have an extension class of one name.</summary>
    public IReadOnlyList<ApiType> Find(string name) => _types.GetValueOrDefault(Notation.Key(name)) ?? [];

    /// <summary>The assemblies that come with a package: its own and those it refers to, however far. An unlisted package comes alone.</summary>
    public HashSet<string> Closure(IEnumerable<string> packages)
    {
        var found = new HashSet<string>();
        var open = new Queue<string>(packages);
        while (open.TryDequeue(out var next))
        {
            if (!found.Add(next)) { continue; }
            foreach (var reference in _references.GetValueOrDefault(next) ?? []) { open.Enqueue(reference); }
        }
        return found;
    }

    public bool Lists(string assembly) => _references.ContainsKey(assembly);

    /// <summary>The type's assembly says nothing about null, so a missing question mark there means nothing.</summary>
    public bool IsOblivious(ApiType type) => _oblivious.Contains(type);

    /// <summary>Everything the type is, through base classes and interfaces, as far as the listing knows them.</summary>
    public HashSet<string> Ancestors(ApiType type)
    {
        var found = new HashSet<string>();
        Collect(type, [.. type.Parameters], found);
        return found;
    }

    private void Collect(ApiType type, IReadOnlyList<string> arguments, HashSet<string> found)
    {
        foreach (var template in type.Bases)
        {
            var ancestor = template;
            for (var i = 0; i < type.Parameters.Length; i++)
            {
                ancestor = Regex.Replace(ancestor, $@"(?<![\w.]){type.Parameters[i]}(?![\w.])", $"\0{i}\0");
            }
            for (var i = 0; i < type.Parameters.Length; i++)
            {
                ancestor = ancestor.Replace($"\0{i}\0", arguments[i]);
            }
            if (found.Add(ancestor) && Find(ancestor) is [var known, ..])
            {
                Collect(known, [.. Notation.Arguments(ancestor)], found);
            }
        }
    }

    private void Read(string assembly, string[] lines)
    {
        const string reference = "# references ";
        _references[assembly] = [.. lines.Where(x => x.StartsWith(reference, StringComparison.Ordinal)).Select(x => x[reference.Length..])];
        var here = new List<ApiType>();
        foreach (var line in lines.Where(x => x.Length > 1 && x[0] != '#'))
        {
            var bar = line.IndexOf(" | ", StringComparison.Ordinal);
            var (left, right) = bar < 0 ? (line[2..], "") : (line[2..bar], line[(bar + 3)..]);
            if (bar < 0 && left.IndexOf(" [", StringComparison.Ordinal) is var cut and > 0)
            {
                (left, right) = (left[..cut], left[cut..]);
            }
            var (modifiers, constraints, attributes) = Right(right);
            if (line[0] == 'T')
            {
                var colon = Notation.Split(modifiers, " : ");
                var type = new ApiType(left, colon[0], colon.Count > 1 ? Notation.Split(colon[1], ", ") : [], constraints, attributes) { Assembly = assembly };
                here.Add(type);
                if (!_types.TryAdd(Notation.Key(left), [type])) { _types[Notation.Key(left)].Add(type); }
            }
            else
            {
                var owner = here[^1];
                var prefix = left.StartsWith(owner.Name + ".", StringComparison.Ordinal)
                    ? owner.Name
                    : throw new FormatException($"Not below its type: {line}");
                owner.Members.Add(new ApiMember(line[0], left[(prefix.Length + 1)..], modifiers, constraints, attributes));
            }
        }
        if (!here.SelectMany(x => x.Members).Any(x => AnnotatedReference().IsMatch(x.Signature))) { _oblivious.UnionWith(here); }
    }

    private static (string Modifiers, HashSet<string> Constraints, List<string> Attributes) Right(string right)
    {
        var attributes = new List<string>();
        if (right.IndexOf(" [", StringComparison.Ordinal) is var start and >= 0)
        {
            attributes = [.. right[(start + 2)..^1].Split("] [")];
            right = right[..start];
        }
        var clauses = right.Split(" where ");
        return (clauses[0], Notation.Constraints(clauses[1..]), attributes);
    }

    [GeneratedRegex(@"(string|object|Task|Type)\?")]
    private static partial Regex AnnotatedReference();
}
