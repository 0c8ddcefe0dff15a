namespace DpsPortal.Organisations.Auditing;

public sealed class AuditEventIdTests
{
    [Fact]
    public void Ids_rise_in_the_order_they_are_made_however_many_share_a_millisecond()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => AuditEventId.Next()).ToList();

        ids.ShouldBeInOrder(SortDirection.Ascending);
        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.ShouldAllBe(id => id.Version == 7);
    }

    [Fact]
    public void Two_threads_never_make_the_same()
    {
        var ids = new Guid[4_000];
        Parallel.For(0, ids.Length, i => ids[i] = AuditEventId.Next());

        ids.Distinct().Count().ShouldBe(ids.Length);
    }
}
