using Simulator.Kernel.Journal;

namespace Simulator.Analysis.Exports;

/// <summary>
/// The events of a run case by case, in a case as they follow each other: what a log has that knows one case an event.
/// An event that belongs to no case, such as an absence, does not come.
/// </summary>
internal sealed class CaseRows : IDisposable
{
    private readonly StoredRows rows;
    private readonly ExportedNames names;
    private readonly CaseNotion notion;
    private (long First, long Second, long Third) current = (-1, -1, -1);

    internal CaseRows(ExportSource source, ExportedNames names, CaseNotion notion, CaseEvents events, bool beginsToo = false)
    {
        (this.names, this.notion) = (names, notion);
        rows = source.Rows(CaseSql.Of(notion, events, beginsToo));
    }

    /// <summary>How many cases have come.</summary>
    internal long Cases { get; private set; }

    /// <summary>How many events have come.</summary>
    internal long Events { get; private set; }

    /// <summary>Whether this row is the first of its case.</summary>
    internal bool IsFirstOfCase { get; private set; }

    /// <summary>The case's id: that of the object in the object-centric log, without its type.</summary>
    internal string Case { get; private set; } = "";

    /// <summary>Whether it is the beginning of a step, which comes again where it ends.</summary>
    internal bool IsStart => rows.Number(3) != 0;

    /// <summary>The tick of the event.</summary>
    internal long At => rows.Number(4);

    internal ExportedBody Body => names.Bodies[(int)rows.Number(5)];

    /// <summary>Its id in the object-centric log; both events of a step have it.</summary>
    internal string Id => $"{Body.Key}#{rows.Number(6)}";

    internal string Activity => names.Activity(rows.Number(7));

    internal bool IsStep => rows.Number(8) == (long)EntryKind.StepEnded;

    /// <summary>What it is about; <c>null</c>: nothing that has a name.</summary>
    internal string? About => rows.IsNull(9) ? null : names.Root(rows.Number(9));

    /// <summary>The number of the directive that it is about.</summary>
    internal long Root => rows.Number(9);

    /// <summary>The assignment of a step; of an assignment's case, that of the case.</summary>
    internal string? Assignment => names.Assignment(rows.Number(9), rows.Number(10));

    internal long? Enabled => rows.NumberOrNull(11);

    internal long Started => rows.Number(12);

    internal long Ended => rows.Number(13);

    /// <summary>The post that does the step; <c>null</c>: none.</summary>
    internal string? Post => rows.IsNull(14) ? null : names.Post(rows.Number(14));

    /// <summary>Who did it, by body, post and count from 0; <c>null</c>: nobody did.</summary>
    internal string? Resource =>
        names.Server(rows.NumberOrNull(14), rows.Number(15)) is { } server ? $"{Body.Key} {server}" : null;

    internal long? InHours => rows.NumberOrNull(16);

    internal long? Worked => rows.NumberOrNull(17);

    /// <summary>The paper; <c>null</c>: none is meant.</summary>
    internal string? Document => rows.IsNull(18) ? null
        : $"{names.Root(rows.Number(18))}@{names.Bodies[(int)rows.Number(19)].Key}#{rows.Number(20)}";

    internal bool Read()
    {
        if (!rows.Read())
        {
            return false;
        }

        Events++;
        var key = (rows.Number(0), rows.Number(1), rows.Number(2));
        IsFirstOfCase = key != current;
        if (IsFirstOfCase)
        {
            current = key;
            Cases++;
            Case = notion switch
            {
                CaseNotion.Directive => About!,
                CaseNotion.Document => Document!,
                CaseNotion.Assignment => $"{About}/{names.Assignment(Root, rows.Number(1))}@{Body.Key}",
                _ => $"{About}@{Body.Key}",
            };
        }

        return true;
    }

    public void Dispose() => rows.Dispose();
}
