using System.Globalization;
using System.Text;
using GridGov.Twin.Scenarios.Experiments;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>The trade-off as an SVG: what a week costs against the first target, every trial with its interval, the frontier as a line.</summary>
public static class TradeOffPicture
{
    private const double Width = 900;
    private const double Height = 520;
    private const double Left = 90;
    private const double Bottom = 70;
    private const double Top = 60;
    private const double Right = 30;
    private const int Lines = 5;

    /// <summary>Draws it.</summary>
    public static string Draw(StaffingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var target = result.Plan.Targets[0];
        Trial[] trials = [.. result.Trials.Where(trial => trial.Findings[0].Estimate is not null)];
        var x = Scale.Of(trials.Select(trial => trial.Cost), Left, Width - Right);
        var ends = trials.Select(trial => trial.Findings[0].Estimate!).SelectMany(estimate => new[] { estimate.Low ?? target.Value, estimate.High ?? target.Value });
        var y = Scale.Of(ends.Append(target.Value), Height - Bottom, Top);
        var svg = new StringBuilder(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">\n"));
        svg.Append(Invariant($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>\n"));
        svg.Append(Invariant($"<text x=\"{Left}\" y=\"28\" font-size=\"16\">{Escape($"{target.Measure.Zh} {target.Measure.En} {target.Text}")}</text>\n"));
        svg.Append(Invariant($"<text x=\"{Width / 2}\" y=\"{Height - 18}\" text-anchor=\"middle\">每周费用 cost per week</text>\n"));
        Grid(svg, x, y, target);
        var line = string.Join(' ', result.Frontier.Select(trial => Invariant($"{x.At(trial.Cost):0.#},{y.At(trial.Findings[0].Estimate!.Mean):0.#}")));
        svg.Append(Invariant($"<polyline fill=\"none\" stroke=\"#1a7f5a\" stroke-width=\"2\" points=\"{line}\"/>\n"));
        foreach (var trial in trials)
        {
            Point(svg, x, y, trial, result);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Grid(StringBuilder svg, Scale x, Scale y, StaffingTarget target)
    {
        for (var i = 0; i <= Lines; i++)
        {
            var (cost, value) = (x.From + ((x.To - x.From) * i / Lines), y.From + ((y.To - y.From) * i / Lines));
            svg.Append(Invariant($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y.At(value):0.#}\" y2=\"{y.At(value):0.#}\" stroke=\"#ddd\"/>\n"));
            svg.Append(Invariant($"<text x=\"{Left - 8}\" y=\"{y.At(value) + 4:0.#}\" text-anchor=\"end\">{MeasureText.Value(target.Measure, value)}</text>\n"));
            svg.Append(Invariant($"<text x=\"{x.At(cost):0.#}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{cost:#,0}</text>\n"));
        }

        var height = y.At(target.Value);
        svg.Append(Invariant($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{height:0.#}\" y2=\"{height:0.#}\" stroke=\"#c0392b\" stroke-dasharray=\"6 4\"/>\n"));
    }

    private static void Point(StringBuilder svg, Scale x, Scale y, Trial trial, StaffingResult result)
    {
        var estimate = trial.Findings[0].Estimate!;
        var (at, colour) = (x.At(trial.Cost), trial.Standing switch { Standing.Holds => "#1a7f5a", Standing.Open => "#b8860b", _ => "#999" });
        var (low, high) = (y.At(estimate.Low ?? estimate.Mean), y.At(estimate.High ?? estimate.Mean));
        svg.Append(Invariant($"<line x1=\"{at:0.#}\" x2=\"{at:0.#}\" y1=\"{low:0.#}\" y2=\"{high:0.#}\" stroke=\"{colour}\"/>\n"));
        var radius = trial == result.Chosen ? 8 : 4;
        svg.Append(Invariant($"<circle cx=\"{at:0.#}\" cy=\"{y.At(estimate.Mean):0.#}\" r=\"{radius}\" fill=\"{colour}\">"));
        svg.Append($"<title>{Escape($"{trial.Number}: {trial.PurposeTitle.Zh} {trial.PurposeTitle.En} · {StaffingAnswer.Money(trial.Cost)} · {trial.Levels}")}</title></circle>\n");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    private sealed record Scale(double From, double To, double Begin, double End)
    {
        public double At(double value) => Begin + ((End - Begin) * (value - From) / (To - From));

        // A twentieth of air on both sides; values that are all the same get some too.
        public static Scale Of(IEnumerable<double> values, double begin, double end)
        {
            double[] all = [.. values];
            var (least, most) = (all.Min(), all.Max());
            var air = most > least ? (most - least) / 20 : Math.Max(Math.Abs(most), 1) / 20;
            return new Scale(least - air, most + air, begin, end);
        }
    }
}
