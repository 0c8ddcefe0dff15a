using System.Runtime.CompilerServices;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.People;

namespace DpsPortal.Organisations.Tests;

public sealed class DiagramTests
{
    [Theory]
    [InlineData("document")]
    [InlineData("evidence-request")]
    [InlineData("invitation")]
    [InlineData("role-proposal")]
    public void The_diagram_in_the_documents_is_the_table(string name)
    {
        var text = name switch
        {
            "document" => DocumentStates.Transitions.ToMermaid(DocumentState.Checking),
            "invitation" => InvitationStates.Transitions.ToMermaid(InvitationState.Proposed),
            "role-proposal" => RoleProposalStates.Transitions.ToMermaid(RoleProposalState.Proposed),
            _ => EvidenceRequestStates.Transitions.ToMermaid(EvidenceRequestState.Asked),
        };
        var file = Path.Combine(Documents(), "state-machines", $"{name}.md");
        var wanted = $"```mermaid\n{text}```\n";
        var committed = File.Exists(file) ? File.ReadAllText(file) : "";
        if (committed != wanted)
        {
            File.WriteAllText(file, wanted);
        }

        (committed == wanted).ShouldBeTrue($"{file} is written anew: look at it and commit it.");
    }

    private static string Documents([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../etc/docs"));
}
