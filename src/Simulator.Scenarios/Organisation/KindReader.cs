using Simulator.Kernel.Conduct;
using Simulator.Kernel.Documents;
using Simulator.Kernel.Office;
using Simulator.Kernel.Organisation;
using Simulator.Kernel.Time;
using Simulator.Scenarios.Directives;
using Simulator.Scenarios.Format;
using Simulator.Scenarios.Reading;

namespace Simulator.Scenarios.Organisation;

/// <summary>Reads the kinds of body.</summary>
internal sealed class KindReader(Draft draft)
{
    /// <summary>Reads them all into the draft.</summary>
    public void ReadAll()
    {
        foreach (var (id, value) in draft.Root.Entries("kinds"))
        {
            if (value is MapNode map)
            {
                draft.Kinds[id.Text] = Read(id.Text, map);
            }
        }
    }

    private BodyKind Read(string id, MapNode map)
    {
        var office = OfficeFormat.Posts.Select(post => Resource(map.Map(post))).ToArray();
        var steps = new StepReader(draft, office).Read(map.Map("steps"));
        return new BodyKind
        {
            Id = id,
            Level = draft.Known(map.Scalar("level"), "level", draft.Levels) ?? "",
            Line = draft.Known(map.Scalar("line"), "line", draft.Lines) ?? "",
            Clerk = office[0],
            Leadership = office[1],
            Staff = office[2],
            Steps = steps,
            RelaysTo = [.. SelectorReader.Read(map["relays-to"], draft).Select(each => each.Selector)],
            Relay = ContentRuleReader.FormOf(map.Text("relay")),
            Content = ContentRuleReader.Of(map.Map("content")),
            DraftsAlways = map.IsTrue("drafts-always"),
            Channel = draft.Known(map.Scalar("channel"), "channel", draft.NamesOf("channels")) ?? "",
            Conduct = ConductReader.ConductOf(map.Map("conduct"), draft) ?? ConductRule.Compliant,
            Diligence = ConductReader.DiligenceOf(map.Map("diligence"), null, draft),
            FollowUp = map.Map("follow-up") is { } followUp ? ConductReader.FollowUpOf(followUp, draft) : null,
            Reporting = ReportingReader.Read(map.Map("reporting")),
            Questions = QuestionReader.QuestionsOf(map.Map("questions"), steps, draft),
            Signing = QuestionReader.SigningOf(map.Map("signing"), steps, draft),
            OnConflict = ConflictReader.RuleOf(map.Scalar("on-conflict"), draft),
            RulesFor = ConflictReader.RulingOf(map.Scalar("rules-for"), draft),
            Load = LoadReader.LoadOf(map.Map("load"), draft.NominalDay(office[2].Calendar)),
            Numbers = map.Text("numbers") == "by-term" ? NumberSeries.ByTerm : NumberSeries.ByYear,
            SymbolPattern = map.Text("symbol") ?? "{n}",
        };
    }

    private Resource Resource(MapNode? map)
    {
        string[] calendars = [.. draft.NamesOf("calendars")];
        var piercing = map.Scalar("piercing") is { Text: "none" } ? null : map.Scalar("piercing");
        int urgency = OfficeFormat.Urgencies.ToList().IndexOf(map.Text("pierces-from") ?? "express");
        return new DeskReader(draft).WithDesk(map, new Resource
        {
            Heads = Math.Clamp(map.Whole("heads") ?? 1, 1, Kernel.Office.Resource.MostHeads),
            Calendar = draft.Known(map.Scalar("calendar"), "calendar", calendars),
            PiercingCalendar = draft.Known(piercing, "calendar", calendars),
            PiercesFrom = urgency < 0 ? Urgency.Express : (Urgency)urgency,
            Attention = LoadReader.AttentionOf(map?["attention"]),
            List = LoadReader.ListOf(map?["attention"], draft),
        });
    }
}
