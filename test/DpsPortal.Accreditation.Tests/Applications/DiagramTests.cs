using System.Runtime.CompilerServices;
using DpsPortal.Accreditation.Appeals;
using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Accreditation.Imports;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.OfstedRecords;
using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Accreditation.References;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Standings;

namespace DpsPortal.Accreditation.Applications;

public sealed class DiagramTests
{
    [Theory]
    [InlineData("membership")]
    [InlineData("accreditation")]
    [InlineData("scheme")]
    [InlineData("clarification")]
    [InlineData("member")]
    [InlineData("member-action")]
    [InlineData("appeal")]
    [InlineData("standing")]
    [InlineData("ofsted-difference")]
    [InlineData("reference")]
    [InlineData("data-import")]
    [InlineData("recruitment-action")]
    public void The_diagram_in_the_documents_is_the_table(string name)
    {
        var text = name switch
        {
            "membership" => MembershipStates.Transitions.ToMermaid(MembershipState.Draft),
            "scheme" => SchemeStates.Transitions.ToMermaid(SchemeState.Draft),
            "clarification" => ClarificationStates.Transitions.ToMermaid(ClarificationState.Asked),
            "member" => MemberStates.Transitions.ToMermaid(MemberState.Admitted),
            "member-action" => MemberActionStates.Transitions.ToMermaid(MemberActionState.Proposed),
            "standing" => StandingStates.Transitions.ToMermaid(StandingState.NotStarted),
            "ofsted-difference" => OfstedDifferenceStates.Transitions.ToMermaid(OfstedDifferenceState.Open),
            "reference" => ReferenceStates.Transitions.ToMermaid(ReferenceState.Asked),
            "data-import" => DataImportStates.Transitions.ToMermaid(DataImportState.Proposed),
            "recruitment-action" =>
                RecruitmentActionStates.Transitions.ToMermaid(RecruitmentActionState.Open),
            "appeal" => AppealStates.Transitions.ToMermaid(AppealState.Lodged),
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
