using System.Globalization;
using Simulator.Analysis.Measures;
using Simulator.Analysis.Measures.Delays;
using Simulator.Analysis.Measures.Desks;
using Simulator.Cli.Commands;
using Simulator.Cli.Words;
using Simulator.Kernel.Office;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>What lay at desks: which offices had most, when and for how long, and how busy their people were.</summary>
internal sealed class BacklogView : IView
{
    private const int Worst = 10;
    private const int Columns = 60;
    private const int MostGroups = 12;
    private static readonly Post[] _posts = Enum.GetValues<Post>();

    private readonly Scene scene;
    private readonly Grouping by;
    private readonly DeskBook book;
    private readonly int from;
    private readonly int until;

    /// <param name="scene">The run.</param>
    /// <param name="by">How bodies are put together.</param>
    /// <param name="from">The first tick that counts; <c>null</c>: the first issue.</param>
    /// <param name="until">The tick after the last.</param>
    internal BacklogView(Scene scene, Grouping by, int? from, int until)
    {
        (this.scene, this.by) = (scene, by);
        var end = scene.Folder.Manifest.Until;
        book = DeskBook.Of(
            scene.Trace, ProgressReader.Read(scene.Trace), end, scene.Root is { } root ? new HashSet<int> { root } : null);
        (this.from, this.until) = (from ?? Math.Min(book.From, until), until);
        if (this.from >= until)
        {
            throw new UsageException(
                $"Nothing lies between {scene.Moment(this.from)} and {scene.Moment(until)}: --from is to be earlier than --until.");
        }
    }

    private Language Language => scene.Language;

    public void Print(IAnsiConsole console)
    {
        console.Line(Language.In("papers of directives at desks, ", "văn bản chỉ đạo tại bàn làm việc, ")
            + $"{scene.Moment(from)} .. {scene.Moment(until)}");
        console.Line();
        if (scene.Body is { } body)
        {
            One(console, body);
        }
        else
        {
            Groups(console);
            Offices(console);
        }

        Notes(console);
    }

    public object Json() => scene.Body is { } body ? new
    {
        Directive = DirectiveId,
        From = scene.Iso(from),
        Until = scene.Iso(until),
        Body = scene.IdOf(body),
        Posts = _posts.Select(post => DeskJson.Of(
            scene, post.ToString().ToLowerInvariant(), book.CurveOf(body, post), from, until,
            new UtilisationReader(book, from, until).Of(body, post))),
    }
        : new
        {
            Directive = DirectiveId,
            From = scene.Iso(from),
            Until = scene.Iso(until),
            By = by.ToString().ToLowerInvariant(),
            Groups = DeskGroup.By(book, by, from, until).Select(group => DeskJson.Of(scene, group, from, until)),
            Offices = Fullest().Select(office => DeskJson.Of(scene, office, until - from)),
        };

    private string? DirectiveId => scene.Root is { } root ? scene.Model.Directives[root].Source.Id : null;

    private IReadOnlyList<OfficeBacklog> Fullest() =>
        OfficeBacklog.Of(book, Enumerable.Range(0, scene.Model.Bodies.Count), from, until);

    private void Groups(IAnsiConsole console)
    {
        var groups = DeskGroup.By(book, by, from, until).Where(group => group.Pieces > 0).ToList();
        var table = Terminal.Table(
        [
            $"  {new DelayWords(Language).By(by)}", ">" + Language.In("bodies", "cơ quan"), ">" + Language.In("papers", "văn bản"),
            ">" + Language.In("most at once", "nhiều nhất"), Language.In("when", "lúc"), ">" + Language.In("mean", "trung bình"),
            .. _posts.Select(post => ">" + Language.Post(post)),
        ]);
        foreach (var group in groups.Take(MostGroups))
        {
            var most = group.Curve.Most(from, until);
            table.Row(
            [
                $"  {group.Name}", $"{group.Bodies:N0}", $"{group.Pieces:N0}", $"{most.All:N0}", scene.Moment(most.Tick),
                Number(group.Curve.Mean(from, until)), .. group.Posts.Select(Percent),
            ]);
        }

        console.Write(table);
        if (groups.Count > MostGroups)
        {
            console.Line(Language.In(
                $"  {MostGroups} of {groups.Count}; --format json has all", $"  {MostGroups} trên {groups.Count}; --format json có đủ"));
        }

        console.Line(Language.In(
            "  in percent: time at work on papers of directives, of the time in which people were to be at work",
            "  phần trăm: thời gian xử lý văn bản chỉ đạo trên thời gian phải làm việc"));
        console.Line();
    }

    private void Offices(IAnsiConsole console)
    {
        var offices = Fullest();
        if (offices.Count == 0)
        {
            console.Line(Language.In("Nothing ever lay at a desk.", "Không có văn bản nào nằm tại bàn làm việc."));
            return;
        }

        console.Line(Language.In("the fullest offices; each line over time, in parts of the most that lay there",
            "các cơ quan tồn đọng nhiều nhất; mỗi dòng theo thời gian, so với mức cao nhất của cơ quan đó"));
        var shown = offices.Take(Worst).ToList();
        var scale = new TimeScale(scene.Model.Source.Axis, from, LastOf(shown), Columns);
        var width = shown.Max(office => scene.NameOf(office.Body).Length);
        foreach (var office in shown)
        {
            var figures = Language.In(
                $"most {office.Most.All:N0}, mean {Number(office.Mean)}, any for {Lengths.Of(office.MinutesWithAny)}",
                $"nhiều nhất {office.Most.All:N0}, trung bình {Number(office.Mean)}, có trong {Lengths.Of(office.MinutesWithAny)}");
            var strip = Strip(book.CurveOf(office.Body), office.Most.All, scale);
            console.Line($"  {scene.NameOf(office.Body).PadRight(width)} │{strip}│ {figures}");
        }

        Axis(console, scale, width);
        if (offices.Count > Worst)
        {
            console.Line(Language.In(
                $"  {Worst} of {offices.Count:N0} offices; --to BODY shows one, post by post",
                $"  {Worst} trên {offices.Count:N0} cơ quan; --to để xem một cơ quan theo từng vị trí"));
        }
    }

    private void One(IAnsiConsole console, int body)
    {
        var reader = new UtilisationReader(book, from, until);
        var curves = _posts.Select(post => book.CurveOf(body, post)).ToList();
        console.Line($"{scene.NameOf(body)} ({scene.IdOf(body)})");
        var table = Terminal.Table(
            Language.In("  post", "  vị trí"), ">" + Language.In("most at once", "nhiều nhất"), Language.In("when", "lúc"),
            ">" + Language.In("mean", "trung bình"), ">" + Language.In("any for", "có trong"),
            ">" + Language.In("at work", "làm việc"), ">" + Language.In("waiting then", "đang chờ"),
            ">" + Language.In("in hand then", "đang xử lý"), ">" + Language.In("not told", "chưa rõ"));
        foreach (var (post, curve) in _posts.Zip(curves))
        {
            var (most, then) = (curve.Most(from, until), curve.At(scene.At));
            table.Row(
                $"  {Language.Post(post)}", $"{most.All:N0}", most.All == 0 ? "" : scene.Moment(most.Tick),
                Number(curve.Mean(from, until)), Lengths.Of(curve.MinutesWithAny(from, until)), Percent(reader.Of(body, post)),
                $"{then.Waiting:N0}", $"{then.InHand:N0}", $"{then.Untold:N0}");
        }

        console.Write(table);
        console.Line(Language.In($"  then: {scene.Moment(scene.At)}", $"  thời điểm: {scene.Moment(scene.At)}"));
        console.Line();
        var scale = new TimeScale(scene.Model.Source.Axis, from, LastOf(curves), Columns);
        var width = _posts.Max(post => Language.Post(post).Length);
        foreach (var (post, curve) in _posts.Zip(curves))
        {
            console.Line($"  {Language.Post(post).PadRight(width)} │{Strip(curve, curve.Most(from, until).All, scale)}│");
        }

        Axis(console, scale, width);
    }

    /// <summary>What the numbers leave out.</summary>
    private void Notes(IAnsiConsole console)
    {
        var left = 0;
        foreach (ref readonly var stay in book.Stays)
        {
            left += stay.Ended < 0 ? 1 : 0;
        }

        if (left > 0 && until == scene.Folder.Manifest.Until)
        {
            console.Line(Language.In(
                $"  not done at the end of the run: {left:N0}; the journal does not tell which of these wait and which are in hand",
                $"  chưa xong khi kết thúc: {left:N0}; nhật ký không cho biết đang chờ hay đang xử lý"));
        }

        if (scene.Model.Kinds.Any(kind => kind.Load is not null))
        {
            console.Line(Language.In(
                "  Other papers of the day leave no entries and are not in it.",
                "  Văn bản khác trong ngày không được ghi nhật ký nên không tính ở đây."));
        }
    }

    /// <summary>In a column stands the most that lay there in its time.</summary>
    private static string Strip(BacklogCurve curve, int most, TimeScale scale)
    {
        var begins = scale.EndOf(-1);
        return CurveChart.Strip(scale.Resample(ends =>
        {
            var found = most == 0 ? 0 : (double)curve.Most(begins, ends).All / most;
            begins = ends;
            return found;
        }));
    }

    /// <summary>After the last change nothing need be drawn.</summary>
    private int LastOf(IEnumerable<OfficeBacklog> offices) => LastOf(offices.Select(office => book.CurveOf(office.Body)));

    private int LastOf(IEnumerable<BacklogCurve> curves) => Math.Clamp(
        curves.Max(curve => curve.Points.Count == 0 ? from : curve.Points[^1].Tick), Math.Min(from + Columns, until), until);

    private static void Axis(IAnsiConsole console, TimeScale scale, int width)
    {
        var (marks, dates) = scale.Below();
        console.Line($"  {"".PadRight(width)} └{marks}");
        console.Line($"  {"".PadRight(width)}  {dates}");
    }

    private static string Number(double number) => number.ToString(number < 10 ? "0.00" : "N1", CultureInfo.InvariantCulture);

    private static string Percent(PostMinutes minutes) => double.IsNaN(minutes.Utilisation) ? "-"
        : $"{(100 * minutes.Utilisation).ToString("0.0", CultureInfo.InvariantCulture)} %";
}
