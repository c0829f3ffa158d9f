using GridGov.Twin.Orleans.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace GridGov.Twin.Silo.Tests.Planning;

/// <summary>Experiments of a silo, whose replications run on all silos.</summary>
public class SpreadTests
{
    [Fact]
    public async Task An_experiment_on_two_silos_of_which_one_goes_away_has_the_results_of_one_machine()
    {
        await using var alone = await PlanningHouse.Open();
        await alone.Twin.RunExperiment("tiny", "王芳");
        (await alone.End("tiny")).State.ShouldBe("done");

        var places = new RoomPlaces(_ => null!);
        await using var spread = await PlanningHouse.Open(services => services.AddSingleton<IRunPlaces>(
            all => places = new RoomPlaces(_ => all.GetRequiredService<IRunDesk>()) { SecondLasts = 5 }));
        await spread.Twin.RunExperiment("tiny", "王芳");
        (await spread.End("tiny")).State.ShouldBe("done");
        places.Done.ShouldContain(1);
        places.Done.Count.ShouldBe(2 * 3 * 2);
        (await spread.Twin.Experiment("tiny"))!.Replications.ShouldBe((await alone.Twin.Experiment("tiny"))!.Replications);
        (await Report(spread)).ShouldBe(await Report(alone));
    }

#if ORLEANS_HOST
    [Fact]
    public async Task An_experiment_on_a_real_silo_has_the_results_of_one_machine()
    {
        await using var alone = await PlanningHouse.Open();
        await alone.Twin.RunExperiment("tiny", "王芳");
        (await alone.End("tiny")).State.ShouldBe("done");

        var folder = Directory.CreateTempSubdirectory("gridgov-silo-");
        Cluster.SiloCluster? silo = null;
        await using (var spread = await PlanningHouse.Open(services => services.AddSingleton(
            all => (silo ??= new Cluster.SiloCluster(Path.Combine(folder.FullName, "cluster.db"), all.GetRequiredService<IRunDesk>())).Places)))
        {
            await spread.Twin.RunExperiment("tiny", "王芳");
            (await spread.End("tiny")).State.ShouldBe("done");
            (await spread.Twin.Experiment("tiny"))!.Replications.ShouldBe((await alone.Twin.Experiment("tiny"))!.Replications);
            (await Report(spread)).ShouldBe(await Report(alone));
        }

        silo.ShouldNotBeNull().Dispose();
        folder.Delete(recursive: true);
    }
#endif

    [Fact]
    public async Task A_silo_with_other_files_ends_the_experiment_and_says_which_and_what_was_expected()
    {
        await using var other = await PlanningHouse.Open();
        await using var house = await PlanningHouse.Open(services => services.AddSingleton<IRunPlaces>(
            _ => new RoomPlaces(silo => silo == 2 ? other.App.Services.GetRequiredService<IRunDesk>() : new Idle())));
        var file = Path.Combine(other.Experiments, "tiny.yaml");
        other.Write("tiny", (await File.ReadAllTextAsync(file)).Replace("count: 6", "count: 7", StringComparison.Ordinal));
        await house.Twin.RunExperiment("tiny", "王芳");
        var row = await house.End("tiny");
        row.State.ShouldBe("failed");
        row.Problem!.En.ShouldStartWith("silo 2 has other files of experiment tiny, or another program: variant more has ");
        row.Problem.En.ShouldContain(", expected ");
        File.Delete(file);
        await house.Twin.RunExperiment("tiny", "王芳");
        (await house.End("tiny")).Problem!.En.ShouldStartWith("silo 2 has no experiment tiny in ");
    }

    [Fact]
    public async Task A_stop_reaches_the_silos()
    {
        var places = new RoomPlaces(_ => null!);
        await using var house = await PlanningHouse.Open(services => services.AddSingleton<IRunPlaces>(
            all => places = new RoomPlaces(_ => all.GetRequiredService<IRunDesk>())));
        await house.Twin.RunExperiment("long", "王芳");
        await house.Twin.StopExperiment("long", "王芳");
        (await house.End("long")).State.ShouldBe("stopped");
        places.Done.ShouldBeEmpty();
    }

    // The other silo does nothing, so that it is not done with everything before this one is asked.
    private sealed class Idle : IRunDesk
    {
        public int AtOnce => 2;

        public byte[]? Run(string silo, byte[] asked, CancellationToken stop)
        {
            stop.WaitHandle.WaitOne();
            return null;
        }
    }

    private static async Task<(string Observations, string Curves)> Report(PlanningHouse house) => (
        System.Text.Encoding.UTF8.GetString(await house.Twin.ReportFile("tiny", "observations.csv")),
        System.Text.Encoding.UTF8.GetString(await house.Twin.ReportFile("tiny", "curves.csv")));
}
