using System.Globalization;
using GridGov.Twin.Journal.Stores;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Stores;

/// <summary>Changes things behind the journal's back; every change must be found, and the record named.</summary>
public class TamperTests(ITestOutputHelper output)
{
    private const string World = "first-day";
    private const int Records = 30;

    private static readonly (string Table, string Row, string Column, string Kind)[] Columns =
    [
        .. Of("worlds", "name", "text:kind", "text:scenario", "int:plan_hash", "int:seed", "int:begun", "blob:chain"),
        .. Of("ends", "world", "int:records", "blob:chain", "int:audits", "blob:audit_chain"),
        .. Of("records", "number", "int:number", "int:from_ms", "int:to_ms", "int:first_input", "int:inputs", "int:first_event", "int:events",
            "int:event_hash", "int:audits", "blob:body", "blob:chain"),
        .. Of("commands", "record", "int:record", "int:place", "int:first_input", "int:inputs", "text:actor", "text:action", "text:target", "int:at",
            "text:idempotency_key", "int:request_hash", "text:answer"),
        .. Of("audit", "number", "int:number", "int:at", "text:actor", "text:action", "text:target", "text:outcome", "blob:chain"),
        .. Of("snapshots", "record", "int:record", "blob:hash", "blob:bytes"),
    ];

    [Theory]
    [OnBothStores]
    public void One_changed_byte_or_number_anywhere_is_found_and_changing_it_back_makes_it_intact(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        Fill(db, seed);
        var chance = new Random(seed);
        using var store = Journals.OpenToRead(db.Address);
        foreach (var column in Columns)
        {
            for (var i = 0; i < (column.Kind == "blob" ? 12 : 3); i++)
            {
                OneChangeIsFound(db, store, column, chance);
            }
        }

        Check(db).ShouldBeNull();
    }

    [Theory]
    [OnBothStores]
    public void The_first_of_several_broken_records_is_named_with_what_is_wrong(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        Fill(db, 8);
        db.Do("UPDATE records SET to_ms = to_ms + 1 WHERE number = 21").ShouldBe(1);
        Check(db).ShouldBe(new JournalFault(21, "its columns do not agree with its body"));
        db.Do("UPDATE commands SET answer = answer || '!' WHERE record = (SELECT min(record) FROM commands WHERE record > 9)").ShouldBeGreaterThan(0);
        var record = db.Number("SELECT min(record) FROM commands WHERE record > 9");
        Check(db).ShouldNotBeNull().Record.ShouldBe(record);
        db.Do("UPDATE records SET body = $1 WHERE number = 5", new byte[] { 9 });
        Check(db).ShouldNotBeNull().ShouldSatisfyAllConditions(
            fault => fault.Record.ShouldBe(5), fault => fault.Problem.ShouldContain("its bytes are not those of a record"));
        db.Do("DELETE FROM records WHERE number = 3");
        Check(db).ShouldBe(new JournalFault(3, "the record is missing, 4 comes instead"));
    }

    [Theory]
    [OnBothStores]
    public void Rows_taken_away_put_in_or_swapped_are_found(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        Fill(db, 9);
        Fault(db, "DELETE FROM records WHERE number = 30").Problem.ShouldContain("cut off");
        Fill(db, 9, "cut");
        Fault(db, "DELETE FROM audit WHERE world = 'cut' AND number = (SELECT max(number) FROM audit WHERE world = 'cut')", "cut").Problem.ShouldContain("audit entries");
        Fill(db, 9, "none");
        Fault(db, "DELETE FROM records WHERE world = 'none'", "none").Record.ShouldBe(1);
        Fill(db, 9, "swap");
        Fault(db, "UPDATE records SET number = CASE number WHEN 7 THEN 1007 ELSE 1008 END WHERE world = 'swap' AND number IN (7, 8)", "swap").Record.ShouldBe(7);
        Fault(db, "UPDATE records SET number = CASE number WHEN 1007 THEN 8 ELSE 7 END WHERE world = 'swap' AND number > 1000", "swap").Record.ShouldBe(7);
        Fill(db, 9, "stray");
        Fault(db, "UPDATE commands SET record = 31 WHERE world = 'stray' AND record = (SELECT max(record) FROM commands WHERE world = 'stray')", "stray");
        Fill(db, 9, "end");
        Fault(db, "DELETE FROM ends WHERE world = 'end'", "end").Problem.ShouldContain("where the journal ends");
    }

    [Theory]
    [OnBothStores]
    public void Nobody_may_write_on_behind_a_broken_end(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        Fill(db, 10);
        db.Do("UPDATE records SET event_hash = event_hash + 1 WHERE number = 30");
        using var store = Journals.Open(db.Address);
        var refused = Should.Throw<JournalException>(() => store.Open(World));
        refused.Problem.ShouldBe(JournalProblem.Damaged);
        refused.Message.ShouldContain("record 30");
        db.Do("UPDATE records SET event_hash = event_hash - 1 WHERE number = 30");
        using var journal = store.Open(World).ShouldNotBeNull();
    }

    private static void OneChangeIsFound(TestDatabase db, IJournalStore store, (string Table, string Row, string Column, string Kind) column, Random chance)
    {
        using var connection = db.Connect();
        var rows = connection.Rows(row => row.GetValue(0), $"SELECT {column.Row} FROM {column.Table} ORDER BY {column.Row}");
        var row = rows[chance.Next(rows.Count)];
        var where = column.Table == "commands" ? $"{column.Row} = $1 AND place = 0" : $"{column.Row} = $1";
        var before = connection.Rows(reader => reader.GetValue(0), $"SELECT {column.Column} FROM {column.Table} WHERE {where}", row)[0];
        var after = Changed(before, column.Kind, chance);
        var back = column.Column == column.Row ? where.Replace("$1", "$3", StringComparison.Ordinal) : where;
        db.Do($"UPDATE {column.Table} SET {column.Column} = $2 WHERE {where}", row, after).ShouldBe(1);
        var fault = Check(store, World);
        fault.ShouldNotBeNull($"{column.Table}.{column.Column} of {row}: {before} became {after}");
        if (column.Table == "records" && column.Column != "number")
        {
            fault.Record.ShouldBe(Convert.ToInt64(row, CultureInfo.InvariantCulture));
        }

        var place = column.Column == "place" ? back.Replace("place = 0", string.Create(CultureInfo.InvariantCulture, $"place = {after}"), StringComparison.Ordinal) : back;
        object?[] values = column.Column == column.Row ? [row, before, after] : [row, before];
        db.Do($"UPDATE {column.Table} SET {column.Column} = $2 WHERE {place}", values).ShouldBe(1);
    }

    private static object Changed(object before, string kind, Random chance)
    {
        switch (kind)
        {
            case "int":
                // Beyond every number in use, so that no primary key is met.
                return Convert.ToInt64(before, CultureInfo.InvariantCulture) ^ (1L << chance.Next(12, 62));
            case "text":
                return before is string text ? text + "x" : "was none";
            default:
                var bytes = (byte[])((byte[])before).Clone();
                bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
                return bytes;
        }
    }

    private static void Fill(TestDatabase db, int seed, string world = World)
    {
        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis(world));
        var batches = new RandomBatches(seed);
        for (var i = 0; i < Records; i++)
        {
            var batch = batches.Next(journal.Head);
            journal.Append(i == Records - 1 ? batch with { Commands = [batches.Command(0)] } : batch);
            if (i % 10 == 5)
            {
                journal.Note("li", "look", "household 3", "shown");
                journal.Save(Recovery.Nobody.Snapshot(i, 7));
            }
        }

        journal.Note("li", "look", "household 4", "shown");
    }

    private static JournalFault Fault(TestDatabase db, string change, string world = World)
    {
        db.Do(change).ShouldBeGreaterThan(0);
        return Check(db, world).ShouldNotBeNull();
    }

    private static JournalFault? Check(TestDatabase db, string world = World)
    {
        using var store = Journals.OpenToRead(db.Address);
        return Check(store, world);
    }

    private static JournalFault? Check(IJournalStore store, string world)
    {
        using var history = store.Read(world).ShouldNotBeNull();
        return history.Verify(null, CancellationToken.None);
    }

    private static IEnumerable<(string Table, string Row, string Column, string Kind)> Of(string table, string row, params string[] columns) =>
        columns.Select(column => (table, row, column.Split(':')[1], column.Split(':')[0]));
}
