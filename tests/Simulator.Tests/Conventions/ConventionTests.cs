using System.Reflection;
using System.Xml.Linq;

namespace Simulator.Tests.Conventions;

public sealed class ConventionTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(Simulator.Kernel.Journal.Entry).Assembly,
        .. new[] { "Simulator.Scenarios", "Simulator.Analysis", "Simulator.Cluster", "simulator" }.Select(Assembly.Load),
    ];

    private static readonly Type[] Types = [.. Assemblies.SelectMany(TypeRules.Written)];

    private static readonly Type[] TestTypes =
    [
        .. TypeRules.Written(typeof(ConventionTests).Assembly).Where(type => !IsFixture(type)),
    ];

    private static readonly Type[] Fixtures =
        [.. TypeRules.Written(typeof(ConventionTests).Assembly).Where(IsFixture)];

    private static readonly (string Path, string Text)[] Sources = [.. SourceTree.CSharp()];

    [Fact]
    public void Files_stay_short_and_lines_end_at_about_110_columns()
    {
        Keeps(Sources.SelectMany(file => SourceRules.Length(file.Path, file.Text)));
        Refuses(SourceRules.Length("Wide.cs", new string('x', SourceRules.MostColumns + 1)));
        Refuses(SourceRules.Length("Long.cs", string.Concat(Enumerable.Repeat("x\n", SourceRules.MostLines + 1))));
    }

    [Fact]
    public void A_file_holds_the_type_it_is_named_as_and_at_most_its_companions()
    {
        Keeps(Sources.SelectMany(file => SourceRules.OneType(file.Path, file.Text)));
        Refuses(SourceRules.OneType("Other.cs", "public sealed class Body\n{\n}\n"));
        var inner = string.Concat(Enumerable.Repeat("    int x;\n", 20));
        Refuses(SourceRules.OneType("A.cs", $"class A\n{{\n}}\n\ninternal sealed class B\n{{\n{inner}}}\n"));
        Keeps(SourceRules.OneType("A.Part.cs", "sealed partial class A\n{\n}\n\npublic enum B\n{\n}\n"));
    }

    [Fact]
    public void No_region_and_no_code_that_is_commented_out()
    {
        Keeps(Sources.SelectMany(file => SourceRules.NoClutter(file.Path, file.Text)));
        Refuses(SourceRules.NoClutter("A.cs", "    #region parts"));
        Refuses(SourceRules.NoClutter("A.cs", "    // var x = 1;"));
    }

    [Fact]
    public void The_kernel_touches_nothing_that_differs_from_run_to_run()
    {
        Keeps(SourceTree.Files("src/Simulator.Kernel", "*.cs")
            .SelectMany(file => SourceRules.Deterministic(file.Path, file.Text)));
        Refuses(SourceRules.Deterministic("A.cs", "var now = DateTime.UtcNow;"));
        Refuses(SourceRules.Deterministic("A.cs", "return Math.Exp(x);"));
    }

    [Fact]
    public void The_kernel_s_banned_symbols_are_listed_and_the_analyzer_reads_them()
    {
        var banned = SourceTree.Files("src/Simulator.Kernel", "BannedSymbols.txt").Single().Text.Split('\n');
        Assert.Contains(banned, line => line.StartsWith("T:System.Random;", StringComparison.Ordinal));
        Assert.Contains(banned, line => line.StartsWith("M:System.Math.Exp(", StringComparison.Ordinal));
        Assert.All(banned.Where(line => line.Length > 0), line => Assert.Matches("^[TMP]:[^;]+;.+", line));
        Assert.Contains(
            Project("src/Simulator.Kernel/Simulator.Kernel.csproj").Descendants("AdditionalFiles"),
            file => file.Attribute("Include")?.Value == "BannedSymbols.txt");
        Assert.Contains(
            Project("Directory.Packages.props").Descendants("GlobalPackageReference"),
            package => package.Attribute("Include")?.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.Contains(
            Project("Directory.Build.props").Descendants("TreatWarningsAsErrors"),
            switched => switched.Value == "true");
    }

    [Fact]
    public void Classes_are_sealed()
    {
        Keeps(TypeRules.Sealed(Types).Concat(TypeRules.Sealed(TestTypes)));
        Refuses(TypeRules.Sealed(Fixtures));
    }

    [Fact]
    public void Names_that_others_own_and_names_that_say_nothing_are_refused()
    {
        Keeps(TypeRules.Named(Types).Concat(TypeRules.Named(TestTypes)));
        Refuses(TypeRules.Named([typeof(Fixtures.Timer)]));
        Refuses(TypeRules.Named([typeof(Fixtures.PaperManager)]));
    }

    [Fact]
    public void No_namespace_ends_in_Orleans()
    {
        Keeps(TypeRules.Placed(Types.Concat(TestTypes)));
        Refuses(TypeRules.Placed(Fixtures));
    }

    [Fact]
    public void Everything_public_is_documented()
    {
        foreach (var assembly in Assemblies)
        {
            var documentation = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
            Keeps(TypeRules.Documented(TypeRules.Written(assembly), documentation));
        }

        Refuses(TypeRules.Documented([typeof(Fixtures.Undocumented)], new XDocument(new XElement("doc"))));
    }

    [Fact]
    public void Projects_know_only_those_whom_the_arrows_lead_to()
    {
        foreach (var (path, text) in SourceTree.Files("src", "*.csproj"))
        {
            var (name, file) = (Path.GetFileNameWithoutExtension(path), XDocument.Parse(text));
            Keeps(ProjectRules.Known(name, ProjectRules.References(file)));
            Keeps(ProjectRules.Packages(name, file));
        }

        Refuses(ProjectRules.Known("Simulator.Kernel", ["Simulator.Analysis"]));
        Refuses(ProjectRules.Known("Simulator.Scenarios", ["Simulator.Analysis"]));
        Refuses(ProjectRules.Known("Simulator.Common", []));
        var package = new XElement("PackageReference", new XAttribute("Include", "Anything"));
        Refuses(ProjectRules.Packages("Simulator.Kernel", new XDocument(package)));
    }

    [Fact]
    public void Assemblies_know_only_those_whom_the_arrows_lead_to_and_the_kernel_only_the_base_library()
    {
        foreach (var assembly in Assemblies)
        {
            var name = assembly.GetName().Name == "simulator" ? "Simulator.Cli" : assembly.GetName().Name!;
            var known = assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToArray();
            var own = known.Where(other => other.StartsWith("Simulator", StringComparison.Ordinal));
            Keeps(ProjectRules.Known(name, own));
        }

        Assert.All(
            Assemblies[0].GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
    }

    private static bool IsFixture(Type type) =>
        type.Namespace!.StartsWith("Simulator.Tests.Conventions.Fixtures", StringComparison.Ordinal);

    private static XDocument Project(string path) => XDocument.Load(Path.Combine(SourceTree.Root, path));

    private static void Keeps(IEnumerable<string> complaints) =>
        Assert.True(!complaints.Any(), string.Join(Environment.NewLine, complaints.Take(20)));

    private static void Refuses(IEnumerable<string> complaints) => Assert.NotEmpty(complaints);
}
