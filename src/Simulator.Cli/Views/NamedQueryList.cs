using Simulator.Analysis.Store;
using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>The named queries: what they tell, take and give.</summary>
internal static class NamedQueryList
{
    internal static void Print(IAnsiConsole console)
    {
        foreach (var query in NamedQuery.All)
        {
            console.Line(query.Name);
            console.Line($"  {query.Tells}");
            console.Line($"  gives {string.Join(", ", query.Columns.Select(column => column.Name))}");
            foreach (var parameter in query.Parameters)
            {
                console.Line($"  --param {parameter.Name}=…  {parameter.Is}");
            }

            console.Line();
        }

        console.Line("simulator query RUN --name NAME asks one; simulator query --show NAME prints its SQL, to copy and change.");
    }

    internal static object Json(NamedQuery query) => new { query.Name, query.Tells, query.Parameters, query.Columns };
}
