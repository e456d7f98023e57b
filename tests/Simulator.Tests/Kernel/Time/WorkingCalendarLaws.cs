using FsCheck;
using FsCheck.Fluent;
using Simulator.Kernel.Time;

namespace Simulator.Tests.Kernel.Time;

public sealed class WorkingCalendarLaws
{
    // Shares of the coverage in thousandths, somewhat beyond both ends.
    private static readonly Gen<int> Places = Gen.Choose(-50, 1050);

    private static readonly Gen<int> Efforts = Gen.Frequency(
        (1, Gen.Constant(0)), (4, Gen.Choose(1, 600)), (2, Gen.Choose(1, 40_000)));

    [Fact]
    public void Every_minute_is_open_or_shut_as_the_rule_says() => Seeded.Holds(
        CalendarCase.Any,
        made =>
        {
            var calendar = made.Compiled;
            var reference = new MinuteByMinute(made);
            Assert.Equal(new TickInterval(reference.From, reference.To), calendar.Coverage);
            int next = int.MaxValue;
            int close = 0;
            for (int tick = reference.To + 2000; tick >= reference.From - 2000; tick--)
            {
                bool open = reference.IsOpen(tick);
                close = open && next != tick + 1 ? tick + 1 : close;
                next = open ? tick : next;
                Agree(open, calendar.IsOpen(tick), tick);
                Agree(next, calendar.NextOpen(tick), tick);
                if (open)
                {
                    Agree(close, calendar.Close(tick), tick);
                }
            }
        });

    [Fact]
    public void Work_is_added_and_counted_as_if_minute_by_minute() => Seeded.Holds(
        Arb.From(from made in CalendarCase.Any.Generator
                 from places in Places.Two().ArrayOf(20)
                 from efforts in Efforts.ArrayOf(20)
                 select (made, places, efforts)),
        input =>
        {
            var (made, places, efforts) = input;
            var calendar = made.Compiled;
            var reference = new MinuteByMinute(made);
            foreach (var ((first, second), effort) in places.Zip(efforts))
            {
                int start = Tick(reference, first);
                int end = Math.Max(start, Tick(reference, second));
                Agree(reference.NextOpen(start), calendar.NextOpen(start), start);
                Agree(reference.AddWorking(start, effort), calendar.AddWorking(start, effort), start);
                Agree(reference.WorkingBetween(start, end), calendar.WorkingBetween(start, end), start);
            }
        });

    [Fact]
    public void Work_begun_at_an_edge_or_filling_the_hours_to_an_edge_ends_where_stepping_ends() => Seeded.Holds(
        CalendarCase.Any,
        made =>
        {
            var calendar = made.Compiled;
            var reference = new MinuteByMinute(made);
            foreach (var opening in calendar.Openings[..Math.Min(12, calendar.Openings.Length)])
            {
                int hours = opening.To - opening.From;
                Assert.Equal(opening.To, calendar.AddWorking(opening.From, hours));
                Assert.Equal(hours, calendar.WorkingBetween(opening.From, opening.To));
                foreach (int start in new[] { opening.From - 1, opening.From, opening.To - 1, opening.To })
                {
                    foreach (int effort in new[] { 1, hours, hours + 1 })
                    {
                        Agree(reference.AddWorking(start, effort), calendar.AddWorking(start, effort), start);
                    }
                }
            }
        });

    [Fact]
    public void The_work_between_a_start_and_its_end_is_the_work_that_was_added() => Seeded.Holds(
        Arb.From(from made in CalendarCase.Any.Generator
                 from place in Places
                 from first in Efforts
                 from second in Efforts
                 select (made, place, first, second)),
        input =>
        {
            var calendar = input.made.Compiled;
            int start = Tick(new MinuteByMinute(input.made), input.place);
            int pause = calendar.AddWorking(start, input.first);
            if (pause != int.MaxValue)
            {
                Assert.Equal(input.first, calendar.WorkingBetween(start, pause));
                Assert.Equal(
                    calendar.AddWorking(start, input.first + input.second),
                    calendar.AddWorking(pause, input.second));
            }
        });

    [Fact]
    public void Extended_hours_are_open_when_either_is_and_shared_hours_when_both_are() => Seeded.Holds(
        CalendarCase.AnyTwo,
        pair =>
        {
            var (first, second) = (pair.First.Compiled, pair.Second.Compiled);
            var (either, both) = (first.Extended(second), first.Intersect(second));
            Assert.Equal(either.Openings, second.Extended(first).Openings);
            Assert.Equal(both.Openings, second.Intersect(first).Openings);
            var covered = either.Coverage;
            for (int tick = covered.From; tick < covered.To; tick++)
            {
                Agree(first.IsOpen(tick) || second.IsOpen(tick), either.IsOpen(tick), tick);
                Agree(first.IsOpen(tick) && second.IsOpen(tick), both.IsOpen(tick), tick);
            }

            Assert.Equal(
                first.WorkingBetween(covered.From, covered.To) + second.WorkingBetween(covered.From, covered.To),
                either.WorkingBetween(covered.From, covered.To) + both.WorkingBetween(covered.From, covered.To));
        });

    [Fact]
    public void Hours_less_those_of_another_calendar_are_open_when_only_the_first_is() => Seeded.Holds(
        CalendarCase.AnyTwo,
        pair =>
        {
            var (first, second) = (pair.First.Compiled, pair.Second.Compiled);
            var rest = first.Except(second.Openings.ToArray());
            for (int tick = first.Coverage.From; tick < first.Coverage.To; tick++)
            {
                Agree(first.IsOpen(tick) && !second.IsOpen(tick), rest.IsOpen(tick), tick);
            }
        });

    [Fact]
    public void A_longer_coverage_changes_no_answer_that_a_shorter_one_gave() => Seeded.Holds(
        Arb.From(from made in CalendarCase.Any.Generator
                 from starts in Places.ArrayOf(50)
                 from efforts in Efforts.ArrayOf(50)
                 select (made, starts, efforts)),
        input =>
        {
            var (made, starts, efforts) = input;
            var reference = new MinuteByMinute(made);
            var (shorter, longer) = (made.Compiled, Longer(made).Compiled);
            foreach (var (place, effort) in starts.Zip(efforts))
            {
                int start = Tick(reference, place);
                int end = shorter.AddWorking(start, effort);
                if (end != int.MaxValue)
                {
                    Agree(end, longer.AddWorking(start, effort), start);
                }
            }
        });

    private static CalendarCase Longer(CalendarCase made) => made with
    {
        Rule = new CalendarRule
        {
            Name = made.Rule.Name,
            Week = made.Rule.Week,
            NominalDay = made.Rule.NominalDay,
            FirstDay = made.Rule.FirstDay,
            LastDay = made.Rule.LastDay!.Value.AddDays(100),
            Holidays = made.Rule.Holidays,
            MakeUpDays = made.Rule.MakeUpDays,
            Closures = made.Rule.Closures,
        },
    };

    private static int Tick(MinuteByMinute reference, int place) =>
        reference.From + (int)((long)(reference.To - reference.From) * place / 1000);

    private static void Agree<T>(T expected, T actual, int tick)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Assert.Fail($"At tick {tick}: expected {expected}, found {actual}.");
        }
    }
}
