using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Silo.Worlds;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Tests.Worlds;

public class AnswerDeskTests
{
    private const ulong Key = 7;
    private static readonly GrainId Case = new(Grain.Case, 12);
    private readonly AnswerDesk _desk = new(new Setting(VillageWorld.Scenario.Plan));

    [Fact]
    public void A_report_is_answered_when_its_case_is_open_not_when_its_cell_accepts_it()
    {
        Read(Grain.CellOf(3), new ReportAccepted(Case, Key, 0, 3, 0));
        Said().ShouldBeNull();
        Read(Case, new CaseOpened(Key, 0, 3, 0, 0, 0, 0));
        Said()!.Case.ShouldBe(12);
    }

    [Fact]
    public void A_report_of_what_is_known_is_answered_with_the_case_it_joins()
    {
        Read(Grain.CellOf(3), new ReportMerged(Case, Key, 0, 3, 0));
        Said()!.Case.ShouldBe(12);
    }

    private StoredAnswer? Said() => _desk.Find(1, Body.Of(new LoggedIncident(Key, default, 0, 0)));

    private void Read<T>(GrainId source, T what)
        where T : unmanaged, IEvent => _desk.Read(new Event { Source = source, Body = Body.Of(what) });
}
