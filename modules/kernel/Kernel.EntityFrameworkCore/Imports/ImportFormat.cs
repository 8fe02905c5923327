using System.Buffers;
using System.IO.Compression;
using System.Text;
using Kernel.Texts;
using Volo.Abp;

namespace Kernel.Imports;

/// <summary>How a file is to be read, found by looking at it.</summary>
/// <param name="Header">The column names as they came.</param>
/// <param name="Positions">Where each of the importer's columns stands; optional ones may be missing.</param>
public record ImportFormat(
    bool IsCompressed, Encoding Encoding, char Delimiter, IReadOnlyList<string> Header, IReadOnlyDictionary<string, int> Positions)
{
    private static readonly char[] Delimiters = [',', ';', '\t'];
    private static readonly Encoding Windows1256 = CodePagesEncodingProvider.Instance.GetEncoding(1256)!;

    /// <exception cref="BusinessException">The file is empty or lacks a required column.</exception>
    public static ImportFormat Detect(string path, IReadOnlyList<ImportColumn> columns)
    {
        var isCompressed = IsGzip(path);
        var encoding = DetectEncoding(path, isCompressed);
        using var reader = OpenText(path, isCompressed, encoding);
        var line = ReadHeaderLine(reader) ?? throw new BusinessException(KernelErrorCodes.Imports.EmptyFile);

        var (delimiter, header, positions) = Delimiters
            .Select(delimiter => (delimiter, header: RecordReader.Split(line, delimiter)))
            .Select(candidate => (candidate.delimiter, candidate.header, positions: Match(candidate.header, columns)))
            .MaxBy(candidate => (candidate.positions.Count, candidate.header.Length));
        var missing = columns.Where(column => column.IsRequired && !positions.ContainsKey(column.Name)).Select(column => column.Name).ToList();
        return missing.Count == 0
            ? new ImportFormat(isCompressed, encoding, delimiter, header, positions)
            : throw new BusinessException(KernelErrorCodes.Imports.MissingColumns)
                .WithData("Columns", string.Join(", ", missing))
                .WithData("Found", string.Join(", ", header));
    }

    public TextReader Open(string path) => OpenText(path, IsCompressed, Encoding);

    private static StreamReader OpenText(string path, bool isCompressed, Encoding encoding) =>
        new(OpenBytes(path, isCompressed), encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);

    private static Stream OpenBytes(string path, bool isCompressed)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static bool IsGzip(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
    }

    private static string? ReadHeaderLine(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                return line;
            }
        }
        return null;
    }

    /// <summary>
    /// A byte order mark decides. Otherwise the file is UTF-8 as long as broken bytes are rare among its many-byte characters
    /// (their rows are refused), and Windows-1256 when they are not.
    /// </summary>
    private static Encoding DetectEncoding(string path, bool isCompressed)
    {
        using var stream = OpenBytes(path, isCompressed);
        var buffer = new byte[64 * 1024];
        var kept = stream.ReadAtLeast(buffer, 3, throwOnEndOfStream: false);
        switch (buffer.AsSpan(0, kept))
        {
            case [0xFF, 0xFE, ..]: return Encoding.Unicode;
            case [0xFE, 0xFF, ..]: return Encoding.BigEndianUnicode;
            case [0xEF, 0xBB, 0xBF, ..]: return Encoding.UTF8;
        }
        long wide = 0, broken = 0;
        for (var isLast = false; !isLast;)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            isLast = read == 0;
            var rest = (ReadOnlySpan<byte>)buffer.AsSpan(0, kept + read);
            while (!rest.IsEmpty)
            {
                var status = Rune.DecodeFromUtf8(rest, out _, out var length);
                if (status == OperationStatus.NeedMoreData && !isLast)
                {
                    break;
                }
                wide += status == OperationStatus.Done && length > 1 ? 1 : 0;
                broken += status == OperationStatus.Done ? 0 : 1;
                rest = rest[length..];
            }
            kept = rest.Length;
            rest.CopyTo(buffer);
        }
        return broken * 100 <= wide ? Encoding.UTF8 : Windows1256;
    }

    private static Dictionary<string, int> Match(string[] header, IReadOnlyList<ImportColumn> columns)
    {
        var positions = new Dictionary<string, int>();
        var keys = Array.ConvertAll(header, HeaderKey);
        foreach (var column in columns)
        {
            var position = column.Aliases.Prepend(column.Name).Select(alias => Array.IndexOf(keys, HeaderKey(alias))).FirstOrDefault(found => found >= 0, -1);
            if (position >= 0)
            {
                positions[column.Name] = position;
            }
        }
        return positions;
    }

    private static string HeaderKey(string name) => string.Concat(PersianText.CompactKey(name).Where(char.IsLetterOrDigit));
}
