using System.CommandLine;

namespace Simulator.Cli.Commands;

/// <summary>Options that several commands take.</summary>
internal static class CommonOptions
{
    internal static Option<string> Format()
    {
        var option = new Option<string>("--format")
        {
            Description = "text for people, or json: then nothing else is printed on standard output",
            DefaultValueFactory = _ => "text",
        };
        option.AcceptOnlyFromAmong("text", "json");
        return option;
    }

    internal static Option<string> Language()
    {
        var option = new Option<string>("--lang")
        {
            Description = "language of the names of steps, states and bodies",
            DefaultValueFactory = _ => "en",
        };
        option.AcceptOnlyFromAmong("en", "vi");
        return option;
    }

    internal static Option<DirectoryInfo?> ScenarioRoot() => new("--root")
    {
        Description = "the folder that a scenario's includes may not leave; else the repository it is in",
    };
}
