using System.Diagnostics;
using System.Globalization;
using Simulator.Tests.Scenarios;

namespace Simulator.Tests.Outside;

/// <summary>Programs of other makers that read what this one writes; a test is skipped, with the reason, where one is not there.</summary>
internal static class OutsideReader
{
    /// <summary>
    /// Asks PM4Py: <c>SIMULATOR_PYTHON</c> names an interpreter that has it, <c>PYTHONPATH</c> where it is. The script finds its
    /// arguments in <c>sys.argv</c> and prints lines <c>what=number</c>.
    /// </summary>
    public static Dictionary<string, double> Pm4Py(string script, params string[] arguments)
    {
        const string import = """
            import sys, warnings
            warnings.simplefilter('ignore')
            try:
                import pm4py, pandas
            except ImportError as e:
                print('absent:', e); sys.exit(0)

            """;
        var (output, error, exitCode) = Run(
            System.Environment.GetEnvironmentVariable("SIMULATOR_PYTHON") ?? "python3", "python3 is not installed",
            ["-c", import + script, .. arguments]);
        Assert.SkipWhen(
            output.StartsWith("absent:", StringComparison.Ordinal),
            $"PM4Py is not installed ({output.Trim()}); docs/store.md says how to try it");
        Assert.True(exitCode == 0, error);
        return Numbers(output);
    }

    /// <summary>Checks a document against a JSON schema with ajv.</summary>
    /// <returns>What is wrong with it, if anything.</returns>
    public static string Ajv(string schema, string document)
    {
        var tool = Tool("schema", "ajv");
        var (output, error, exitCode) = Run("node", "node is not installed", [Path.Combine(tool, "check.cjs"), schema, document]);
        Assert.True(exitCode is 0 or 1, error);
        return output;
    }

    /// <summary>Asks the engine of Chrome's developer tools about a trace.</summary>
    public static Dictionary<string, double> TraceEngine(string file)
    {
        var tool = Tool("trace", "@paulirish");
        var (output, error, exitCode) = Run("node", "node is not installed", [Path.Combine(tool, "check.mjs"), file]);
        Assert.True(exitCode == 0, error);
        return Numbers(output);
    }

    private static string Tool(string name, string package)
    {
        var folder = Path.Combine(ShippedScenarios.Repository, "eng", name);
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(folder, "node_modules", package)), $"{package} is not installed: npm ci --prefix eng/{name}");
        return folder;
    }

    private static Dictionary<string, double> Numbers(string output) => output.Split('\n')
        .Select(line => line.Split('=')).Where(pair => pair.Length == 2)
        .ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture));

    private static (string Output, string Error, int ExitCode) Run(string program, string absent, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (output, error.Result, process.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip(absent);
            throw;
        }
    }
}
