using System.CommandLine;
using Simulator.Cli.Views;
using Simulator.Scenarios;

namespace Simulator.Cli.Commands;

/// <summary><c>simulator library</c>: the libraries of kinds inside the program.</summary>
internal static class LibraryCommand
{
    internal static Command Create()
    {
        var format = CommonOptions.Format();
        format.Recursive = true;
        var command = new Command(
            "library",
            "Lists the libraries that a scenario can include, or shows one.\n\n"
            + "Examples:\n  simulator library list\n  simulator library show vn/2021")
        {
            format, List(format), Show(format),
        };
        return command;
    }

    private static Command List(Option<string> format)
    {
        var command = new Command("list", "Lists the libraries.\n\nExample:\n  simulator library list");
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(format) == "json")
            {
                JsonOutput.Write(new { Libraries = Library.Names });
            }
            else
            {
                foreach (var name in Library.Names)
                {
                    Console.Out.WriteLine(name);
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(Option<string> format)
    {
        var name = new Argument<string>("name") { Description = "the library, such as vn/2021" };
        var command = new Command(
            "show", "Prints a library as it is.\n\nExample:\n  simulator library show vn/2021") { name };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(name)!;
            if (!Library.Names.Contains(wanted))
            {
                throw new UsageException(
                    $"There is no library '{wanted}'; there are: {string.Join(", ", Library.Names)}.");
            }

            if (parsed.GetValue(format) == "json")
            {
                JsonOutput.Write(new { Name = wanted, Yaml = Library.Text(wanted) });
            }
            else
            {
                Console.Out.Write(Library.Text(wanted));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
