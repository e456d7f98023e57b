using Spectre.Console;

namespace Simulator.Cli.Views;

/// <summary>A way to look at a run: for people, and as JSON.</summary>
internal interface IView
{
    /// <summary>Prints it for people.</summary>
    void Print(IAnsiConsole console);

    /// <summary>The same facts as JSON.</summary>
    object Json();
}
