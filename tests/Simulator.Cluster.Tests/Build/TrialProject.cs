using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Simulator.Cluster.Tests.Build;

/// <summary>
/// A project in a folder of its own that refers to a package of Orleans by way of eng/Orleans.targets, with a
/// package source, a package folder and kept answers that nobody shares.
/// </summary>
internal sealed class TrialProject : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("orleans-trial-").FullName;

    public TrialProject()
    {
        Directory.CreateDirectory(Path.Combine(folder, "feed"));
        Write("Directory.Build.props", "<Project />");
        Write(
            "Directory.Packages.props",
            """
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                <OrleansVersion>1.2.3</OrleansVersion>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Microsoft.Orleans.Server" Version="1.2.3" />
              </ItemGroup>
            </Project>
            """);
        Write(
            "Trial.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                <OrleansProbeFolder>$(MSBuildProjectDirectory)/kept/</OrleansProbeFolder>
                <OrleansFiles>Grains/**</OrleansFiles>
              </PropertyGroup>
              <ItemGroup>
                <OrleansPackage Include="Microsoft.Orleans.Server" />
              </ItemGroup>
              <Import Project="{Targets()}" />
              <Target Name="Tell">
                <Message Importance="high" Text="has Orleans: $(HasOrleans), constants: $(DefineConstants)" />
                <Message Importance="high" Text="compiled: @(Compile->'%(Filename)'), reason: $(WithoutOrleans)" />
              </Target>
            </Project>
            """);
        Write("Always.cs", "");
        Write("Grains/WithOrleans.cs", "");
        UseSource(Path.Combine(folder, "feed"));
    }

    /// <summary>Where answers are kept, one a file.</summary>
    public string KeptFolder => Path.Combine(folder, "kept");

    public void UseSource(string source) => Write(
        "NuGet.config",
        $"""
        <configuration>
          <packageSources><clear /><add key="only" value="{source}" /></packageSources>
          <disabledPackageSources><clear /></disabledPackageSources>
        </configuration>
        """);

    /// <summary>Puts an empty package of that name into the source.</summary>
    public void Offer(string package)
    {
        using var file = File.Create(Path.Combine(folder, "feed", $"{package}.1.2.3.nupkg"));
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        using (var specification = new StreamWriter(archive.CreateEntry($"{package}.nuspec").Open()))
        {
            specification.Write(
                $"""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                  <id>{package}</id><version>1.2.3</version><authors>us</authors><description>none</description>
                </metadata></package>
                """);
        }

        archive.CreateEntry("lib/net10.0/_._");
    }

    /// <summary>Restores, evaluates anew as a build does, and tells what came of it.</summary>
    public async Task<string> Restore(params string[] properties)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments = ["msbuild", "-restore", "-t:Tell", "-v:minimal", "-nologo", "-tl:off", "-nodeReuse:false"];
        foreach (var argument in arguments.Concat(properties.Select(property => $"-p:{property}")))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var ours in start.Environment.Keys.Where(IsOurs).ToArray())
        {
            start.Environment.Remove(ours);
        }

        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "packages");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var said = await process.StandardOutput.ReadToEndAsync(cancellation) + await errors;
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, said);
        return said;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>
    /// Variables of the build that started this test; the project's own build is not to inherit them.
    /// </summary>
    private static bool IsOurs(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("Restore", StringComparison.OrdinalIgnoreCase)
        || variable.Equals("Orleans", StringComparison.OrdinalIgnoreCase);

    private static string Targets([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../eng/Orleans.targets"));

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
