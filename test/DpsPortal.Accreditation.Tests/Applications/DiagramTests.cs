using System.Runtime.CompilerServices;
using DpsPortal.Accreditation.Clarifications;

namespace DpsPortal.Accreditation.Applications;

public sealed class DiagramTests
{
    [Theory]
    [InlineData("membership")]
    [InlineData("accreditation")]
    [InlineData("clarification")]
    public void The_diagram_in_the_documents_is_the_table(string name)
    {
        var text = name switch
        {
            "membership" => MembershipStates.Transitions.ToMermaid(MembershipState.Draft),
            "clarification" => ClarificationStates.Transitions.ToMermaid(ClarificationState.Asked),
            _ => AccreditationStates.Transitions.ToMermaid(AccreditationState.NotStarted),
        };
        var file = Path.Combine(Documents(), "state-machines", $"{name}.md");
        var wanted = $"```mermaid\n{text}```\n";
        var committed = File.Exists(file) ? File.ReadAllText(file) : "";
        if (committed != wanted)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, wanted);
        }

        (committed == wanted).ShouldBeTrue($"{file} is written anew: look at it and commit it.");
    }

    private static string Documents([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../etc/docs"));
}
