using Simulator.Kernel.Interventions;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Interventions;

/// <summary>Where each thing that an intervention does is written.</summary>
internal sealed class ActPlaces(MapNode whole)
{
    /// <summary>The place of an act: its key, its path, or its item where there are several.</summary>
    public Place Of(Intervention intervention, int act)
    {
        var map = whole.Maps("interventions").First(each => each.Text("id") == intervention.Id);
        return intervention.Acts[act] switch
        {
            SettingAct set => map.Map("set")?.Find(set.Path)?.Key.Place,
            RestructuringAct => Nth<RestructuringAct>(intervention, act, RestructuringFormat.Keys.Select(key => key.Name), map),
            OutageAct => Nth<OutageAct>(intervention, act, ["outage"], map),
            ReminderAct => Nth<ReminderAct>(intervention, act, ["remind"], map),
            InspectionAct => Nth<InspectionAct>(intervention, act, ["inspect"], map),
            StaffAct => map.Find("posts")?.Key.Place,
            AbsenceAct => map.Find("absent")?.Key.Place,
            ClosingAct => map.Find("close")?.Key.Place,
            HolidayAct => map.Find("holiday")?.Key.Place,
            DirectiveAct => map.Find("issue")?.Key.Place,
            _ => null,
        } ?? map.Place;
    }

    private static Place? Nth<T>(Intervention intervention, int act, IEnumerable<string> keys, MapNode map)
        where T : Act
    {
        int number = intervention.Acts.Take(act).Count(each => each is T);
        return map.Entries
            .Where(entry => keys.Contains(entry.Key.Text))
            .SelectMany(entry => entry.Value is ListNode list ? list.Items.Select(item => item.Place) : [entry.Key.Place])
            .Select(place => (Place?)place)
            .ElementAtOrDefault(number);
    }
}
