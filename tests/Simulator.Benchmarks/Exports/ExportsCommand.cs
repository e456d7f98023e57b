using System.Globalization;

namespace Simulator.Benchmarks.Exports;

/// <summary>
/// <c>exports</c>: how fast five million entries are written in each form, in how much memory, beside a peer that reads the same
/// rows of the store and does nothing with them.
/// </summary>
internal static class ExportsCommand
{
    private const double MostMegabytes = 500;

    private static readonly string[][] s_forms =
    [
        ["csv"], ["csv", "--case", "dossier"], ["csv", "--case", "document", "--events", "all"], ["xes"], ["ocel"],
        ["perfetto"], ["perfetto", "--top", "1000000"],
    ];

    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("exports-").FullName;
        try
        {
            var run = Path.Combine(folder, "orders");
            Store.IndexRun.Start(
            [
                "run", Country.CountryModel.Scenario("reform-2025"), "--no-index", "--replications", "0", "--out", run,
                .. Store.StoreCommand.Orders,
            ]);
            var store = Store.IndexRun.Of(run);
            Say($"{store.Entries:N0} entries, store {store.Bytes / 1e6:N0} MB");
            var (entries, plain) = PlainReading.Of(Path.Combine(run, "run.sqlite"));
            Say($"{"reading them plainly",-36} {plain,6:N1} s of processors {entries / plain,10:N0} a second");
            var most = 0.0;
            foreach (var form in s_forms)
            {
                var file = Path.Combine(folder, "export");
                var each = ExportRun.Of(run, file, ["--to", .. form]);
                File.Delete(file);
                most = Math.Max(most, each.Megabytes ?? 0);
                Say($"{string.Join(' ', form),-36} {each.ProcessorSeconds,6:N1} s of processors {entries / each.ProcessorSeconds,10:N0} a second");
                Say($"{"",36} {each.ProcessorSeconds / plain,6:N1} x reading, {each.Megabytes,4:N0} MB, file {each.Bytes / 1e6,6:N0} MB");
            }

            Say($"  {most:N0} MB, at most {MostMegabytes:N0}: {(most <= MostMegabytes ? "met" : "MISSED")}");
            return most <= MostMegabytes ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Say(FormattableString what) => Console.WriteLine(what.ToString(CultureInfo.InvariantCulture));
}
