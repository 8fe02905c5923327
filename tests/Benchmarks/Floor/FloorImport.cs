using System.Data.Common;
using Kernel.Texts;
using Npgsql;
using Parties.Parties;
using Workspace.Databases;

namespace Benchmarks.Floor;

/// <summary>
/// The floor of an import: the rows that an address book's people leave behind (parties with their keys, telephones, addresses, companies, contacts, the
/// history of changes), written by a statement for each table and batch. Nothing is looked for, checked or refused. Batches are as large as the product's.
/// </summary>
internal sealed class FloorImport(DatabaseProvider provider, DbConnection connection, Guid tenantId)
{
    private const int Batch = 500;

    private readonly Dictionary<string, Guid> _companies = [];

    /// <summary>Whose first contact is written: that one is the primary.</summary>
    private readonly HashSet<Guid> _led = [];

    public async Task RunAsync(IEnumerable<string> lines)
    {
        foreach (var people in lines.Select(line => line.Split(',')).Chunk(Batch))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await WriteAsync(transaction, people);
            await transaction.CommitAsync();
        }
    }

    private async Task WriteAsync(DbTransaction transaction, string[][] people)
    {
        var now = DateTime.UtcNow;
        var parties = new FloorRows("PtyParties", ["Id", "Kind", "Number", "Name", "FirstName", "LastName", "SearchKey", "SortKey", "RoleTokens", "ConcurrencyStamp", "CreationTime", "TenantId"],
            ("ExtraProperties", "'{}'"), ("IsDeleted", False));
        var points = new FloorRows("PtyContactPoints", ["PartyId", "Type", "Value", "PhoneKey", "TenantId"], ("IsPreferred", True));
        var addresses = new FloorRows("PtyAddresses", ["PartyId", "Province", "City", "TenantId"], ("Position", "1"));
        var contacts = new FloorRows("CrmContacts", ["Id", "CustomerId", "PersonId", "IsPrimary", "ConcurrencyStamp", "CreationTime", "TenantId"],
            ("ExtraProperties", "'{}'"), ("IsDeleted", False), ("IsDecisionMaker", False));
        var changes = new FloorRows("KerChanges", ["Id", "Entity", "RecordId", "Changes", "Time", "TenantId"], ("Kind", "1"));

        var added = people.Select(person => person[5]).Where(name => name.Length > 0 && !_companies.ContainsKey(name)).Distinct().ToList();
        var number = await ReserveAsync(transaction, people.Length + added.Count);
        foreach (var name in added)
        {
            _companies[name] = Guid.CreateVersion7();
            AddParty(_companies[name], 2, name, null, null, "|customer|", $"{Delta("Kind", "Company")},{Delta("Name", name)},{Delta("RoleTokens", "|customer|")}");
        }
        foreach (var person in people) { AddPerson(person); }
        foreach (var rows in (FloorRows[])[parties, points, addresses, contacts, changes]) { await rows.InsertAsync(provider, connection, transaction); }

        void AddPerson(string[] person)
        {
            var (id, phone, names) = (Guid.CreateVersion7(), "+98" + person[1][1..], PersianText.Clean(person[0]).Split(' ', 2));
            var role = person[5].Length > 0 ? "|contact|" : "|customer|";
            points.Add(id, 1, phone, PartySearch.PhoneKey(phone), tenantId);
            points.Add(id, 3, person[2], null, tenantId);
            addresses.Add(id, person[3], person[4], tenantId);
            AddParty(id, 1, person[0], names[0], names[1], role, $"{Delta("FirstName", names[0])},{Delta("Kind", "Person")},{Delta("LastName", names[1])},{Delta("Name", person[0])},{Delta("RoleTokens", role)}",
                Entity("PartyContactPoint", $"{id},Mobile,{phone}", Delta("Value", phone)), Entity("PartyContactPoint", $"{id},Email,{person[2]}", Delta("Value", person[2])),
                Entity("PartyAddress", $"{id},1", $"{Delta("City", person[4])},{Delta("Province", person[3])}"));
            if (person[5].Length > 0) { AddContact(_companies[person[5]], id); }
        }

        void AddParty(Guid id, int kind, string name, string? first, string? last, string roles, string deltas, params string[] others)
        {
            var (clean, code) = (PersianText.Clean(name), string.Create(CultureInfo.InvariantCulture, $"C-{100_000 + number++}"));
            var (words, compact) = (PersianText.SearchKey(clean), PersianText.CompactKey(clean));
            parties.Add(id, kind, code, clean, first, last, words == compact ? $"{words} {PersianText.SearchKey(code)}" : $"{words} {PersianText.SearchKey(code)} {compact}",
                PersianSortKey.Of(clean, PartyConsts.MaxSortKeyLength), roles, Guid.NewGuid().ToString("N"), now, tenantId);
            changes.Add(Guid.CreateVersion7(), "Parties.Parties.Party", id.ToString(), $"[{string.Join(',', others.Prepend(Entity("Party", id.ToString(), $"{deltas},{Delta("Number", code)}")))}]", now, tenantId);
        }

        void AddContact(Guid company, Guid person)
        {
            var id = Guid.CreateVersion7();
            contacts.Add(id, company, person, _led.Add(company), Guid.NewGuid().ToString("N"), now, tenantId);
            changes.Add(Guid.CreateVersion7(), "Crm.Contacts.Contact", id.ToString(), $"[{Entity("Contact", id.ToString(), $"{Delta("CustomerId", company.ToString())},{Delta("PersonId", person.ToString())}")}]", now, tenantId);
        }
    }

    private async Task<long> ReserveAsync(DbTransaction transaction, int count)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, """UPDATE "KerNumberSequences" SET "Last" = "Last" + @n WHERE "TenantId" = @t AND "Series" = 'party' AND "Year" = 0 RETURNING "Last" """);
        foreach (var (name, value) in ((string, object)[])[("n", count), ("t", tenantId)])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) - count + 1;
    }

    private static string Entity(string type, string id, string deltas) => $$"""{"e":"{{type}}","i":"{{id}}","k":1,"p":[{{deltas}}]}""";
    private static string Delta(string name, string value) => $$"""{"n":"{{name}}","v":"{{value}}"}""";

    private string True => provider == DatabaseProvider.PostgreSql ? "true" : "1";
    private string False => provider == DatabaseProvider.PostgreSql ? "false" : "0";
}

/// <summary>Rows of one table, sent by one statement: of arrays on PostgreSQL, prepared and executed for each on SQLite.</summary>
/// <param name="constants">Columns that are the same in all rows, with their SQL.</param>
internal sealed class FloorRows(string table, string[] columns, params (string Column, string Sql)[] constants)
{
    private readonly List<object?[]> _rows = [];

    public void Add(params object?[] row) => _rows.Add(row);

    public async Task InsertAsync(DatabaseProvider provider, DbConnection connection, DbTransaction transaction)
    {
        if (_rows.Count == 0) { return; }
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var (names, places) = (string.Join(", ", columns.Concat(constants.Select(constant => constant.Column)).Select(name => $"\"{name}\"")), Enumerable.Range(0, columns.Length).Select(i => $"@p{i}"));
        var values = string.Concat(constants.Select(constant => ", " + constant.Sql));
        if (provider == DatabaseProvider.PostgreSql)
        {
            command.CommandText = $"""INSERT INTO "{table}" ({names}) SELECT rows.*{values} FROM unnest({string.Join(", ", places)}) rows""";
            for (var i = 0; i < columns.Length; i++) { command.Parameters.Add(new NpgsqlParameter($"p{i}", Column(i))); }
            await command.ExecuteNonQueryAsync();
            return;
        }
        command.CommandText = $"""INSERT INTO "{table}" ({names}) VALUES ({string.Join(", ", places)}{values})""";
        var parameters = places.Select(place => { var parameter = command.CreateParameter(); parameter.ParameterName = place; command.Parameters.Add(parameter); return parameter; }).ToList();
        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Length; i++) { parameters[i].Value = row[i] ?? DBNull.Value; }
            await command.ExecuteNonQueryAsync();
        }
    }

    private Array Column(int index)
    {
        var column = Array.CreateInstance(_rows.Select(row => row[index]).FirstOrDefault(value => value is not null)?.GetType() ?? typeof(string), _rows.Count);
        for (var i = 0; i < column.Length; i++) { column.SetValue(_rows[i][index], i); }
        return column;
    }
}
