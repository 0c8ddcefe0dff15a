using DpsPortal.Property.Visits;

namespace DpsPortal.Property.Tests.Visits;

public sealed class ChecklistTests
{
    [Fact]
    public void The_checklist_has_sections_A_to_J() =>
        string.Concat(Checklist.Sections.Select(s => s.Id)).ShouldBe("ABCDEFGHIJ");

    [Fact]
    public void No_two_questions_share_an_id()
    {
        var ids = Checklist.Sections.SelectMany(s => s.Items).Select(i => i.Id).ToList();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.Length <= 40);
    }

    [Fact]
    public void The_longest_visit_fits_into_one_save()
    {
        var bedrooms = Enumerable.Range(1, 20).Select(n => VisitsUnderTest.Bedroom($"Room {n}")).ToList();

        VisitItem.Of(bedrooms, licensable: true).Count.ShouldBeLessThanOrEqualTo(300);
    }
}
