using System.Text.RegularExpressions;
using System.Xml.Linq;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Architecture;

/// <summary>Who may reference whom, and what no source file may do. Projects are found, not listed.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Facts travel downstream by calls and upstream by events: a module uses the Contracts before it.</summary>
    private static readonly string[] Upstream =
        ["Organisations", "Property", "Accreditation", "Tendering", "Placements", "Quality"];

    private static readonly string Source = Path.Combine(TestCluster.RepositoryRoot, "src");

    private static readonly Dictionary<string, string[]> Projects = Directory
        .GetFiles(Source, "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => XDocument.Load(path).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')))
                .ToArray());

    private enum Kind
    {
        Framework,
        Rules,
        Sealing,
        Contracts,
        Module,
        Adapters,
        Database,
        Reporting,
        Opener,
        Verifier,
        Composition,
    }

    public static TheoryData<string> ProjectNames => [.. Projects.Keys];

    public static TheoryData<string> SourceFiles => [.. Directory
        .GetFiles(Source, "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Source, path))
        .Where(path => !path.Split('/').Any(part => part is "obj" or "bin" or "Migrations"))];

    [Theory, MemberData(nameof(ProjectNames))]
    public void A_project_uses_only_what_its_kind_may(string project) =>
        ForbiddenReferences(project, Projects[project]).ShouldBeEmpty();

    /// <summary>A rule that cannot fail guards nothing.</summary>
    [Theory]
    [InlineData("DpsPortal.Tendering", "DpsPortal.Accreditation")]
    [InlineData("DpsPortal.Tendering", "DpsPortal.Placements.Contracts")]
    [InlineData("DpsPortal.Tendering", "DpsPortal.EntityFrameworkCore")]
    [InlineData("DpsPortal.Tendering.Contracts", "DpsPortal.Accreditation.Contracts")]
    [InlineData("DpsPortal.Framework", "DpsPortal.Tendering.Contracts")]
    [InlineData("DpsPortal.Rules", "DpsPortal.Framework")]
    [InlineData("DpsPortal.Sealing", "DpsPortal.Framework")]
    [InlineData("DpsPortal.Verifier", "DpsPortal.Tendering.Contracts")]
    [InlineData("DpsPortal.Reporting", "DpsPortal.Placements.Contracts")]
    public void The_rule_catches_a_forbidden_reference(string project, string reference) =>
        ForbiddenReferences(project, [reference]).ShouldBe([reference]);

    [Theory, MemberData(nameof(SourceFiles))]
    public void A_source_file_keeps_the_rules(string file) =>
        Offences(File.ReadAllText(Path.Combine(Source, file))).ShouldBeEmpty();

    [Theory]
    [InlineData("internal sealed class Bid : AggregateRoot\nusing Microsoft.EntityFrameworkCore;")]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var now = DateTimeOffset.Now;")]
    [InlineData("var answer = task.Result;")]
    public void The_check_catches_an_offence(string source) => Offences(source).ShouldHaveSingleItem();

    [Fact]
    public void The_check_catches_a_long_file() =>
        Offences(new string('\n', 401)).ShouldBe(["more than 400 lines"]);

    private static string[] ForbiddenReferences(string project, string[] references) =>
        [.. references.Where(reference => !MayUse(project, reference))];

    private static bool MayUse(string user, string used) => (KindOf(user), KindOf(used)) switch
    {
        (Kind.Composition, _) => true,
        (Kind.Contracts or Kind.Adapters, Kind.Framework) => true,
        // The rules name things that inputs hold (a category, a price line); they depend on nothing themselves.
        (Kind.Contracts, Kind.Rules) => true,
        (Kind.Module, Kind.Framework or Kind.Rules or Kind.Sealing) => true,

        // Whoever checks the portal takes nothing of it on trust.
        (Kind.Verifier, Kind.Sealing) => true,
        (Kind.Module, Kind.Contracts) => Place(used) <= Place(user),
        (Kind.Database, Kind.Framework or Kind.Module) => true,
        (Kind.Reporting, Kind.Framework or Kind.Rules) => true,
        (Kind.Opener, Kind.Framework or Kind.Sealing) => true,
        (Kind.Opener, Kind.Contracts) => used == "DpsPortal.Tendering.Contracts",
        _ => false,
    };

    private static Kind KindOf(string project) => project["DpsPortal.".Length..] switch
    {
        "Framework" => Kind.Framework,
        "Rules" => Kind.Rules,
        "Sealing" => Kind.Sealing,
        "Verifier" => Kind.Verifier,
        "Adapters" => Kind.Adapters,
        "EntityFrameworkCore" => Kind.Database,
        "Reporting" => Kind.Reporting,
        "Opener" => Kind.Opener,
        "HttpApi.Host" or "DbMigrator" => Kind.Composition,
        var name when name.EndsWith(".Contracts", StringComparison.Ordinal) => Kind.Contracts,
        _ => Kind.Module,
    };

    private static int Place(string project)
    {
        var place = Array.IndexOf(Upstream, project.Split('.')[1]);
        place.ShouldBeGreaterThanOrEqualTo(0, $"{project} has no place among the modules.");
        return place;
    }

    private static List<string> Offences(string source)
    {
        var offences = new List<string>();
        if (source.Contains(": AggregateRoot", StringComparison.Ordinal)
            && source.Contains("using Microsoft.", StringComparison.Ordinal))
        {
            offences.Add("an aggregate uses Microsoft.*");
        }

        if (WallClock().IsMatch(source))
        {
            offences.Add("takes the time from the machine, not from TimeProvider");
        }

        if (Blocking().IsMatch(source))
        {
            offences.Add("waits for a task by blocking");
        }

        if (source.Count(c => c == '\n') > 400)
        {
            offences.Add("more than 400 lines");
        }

        return offences;
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"(Async\(.*\)|[tT]ask)\.Result\b|\.Wait\(\)")]
    private static partial Regex Blocking();
}
