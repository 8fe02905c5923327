using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Kernel.Imports;

/// <summary>
/// The refused rows as they came, with line, code and reason, to be mended and sent again. It grows only by what a batch has
/// refused, and each batch first cuts off what a failed or killed one has left behind the committed length.
/// </summary>
internal sealed class ImportErrorFile : IDisposable
{
    private static readonly string[] OwnColumns = ["error_line", "error_code", "error_reason"];
    private readonly FileStream file;
    private readonly ImportFormat format;
    private readonly int[] columns;

    /// <exception cref="IOException">Another worker has it open.</exception>
    public ImportErrorFile(string path, ImportFormat format)
    {
        this.format = format;
        columns = [.. Enumerable.Range(0, format.Header.Count).Where(column => !OwnColumns.Contains(format.Header[column]))];
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
    }

    public void CutTo(long committedLength)
    {
        file.SetLength(Math.Min(committedLength, file.Length));
        file.Seek(0, SeekOrigin.End);
    }

    /// <returns>The file's length, safely on disk.</returns>
    public long Append(IEnumerable<(RowResult Result, string Reason)> refusals)
    {
        using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: file.Length == 0), leaveOpen: true))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = format.Delimiter.ToString() }))
        {
            if (file.Length == 0)
            {
                WriteRecord(csv, format.Header, OwnColumns);
            }
            foreach (var (result, reason) in refusals)
            {
                WriteRecord(csv, result.Row.Fields, [result.Row.Line.ToString(CultureInfo.InvariantCulture), result.ReasonCode!, reason]);
            }
        }
        file.Flush(flushToDisk: true);
        return file.Length;
    }

    public void Dispose() => file.Dispose();

    private void WriteRecord(CsvWriter csv, IReadOnlyList<string> fields, string[] own)
    {
        foreach (var column in columns)
        {
            csv.WriteField(column < fields.Count ? fields[column] : "");
        }
        foreach (var field in own)
        {
            csv.WriteField(field);
        }
        csv.NextRecord();
    }
}
