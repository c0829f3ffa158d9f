using System.Text.Json;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>A staffing result as JSON; the same search gives the same bytes. Shares are of 1, waits in minutes.</summary>
public static class StaffingJson
{
    /// <summary>The result as an indented JSON object.</summary>
    public static string Text(StaffingResult result) => ReportJson.Compose(json =>
    {
        ArgumentNullException.ThrowIfNull(result);
        var answer = StaffingAnswer.Of(result);
        json.WriteStartObject();
        json.WriteString("staffing", result.Plan.File.Name);
        json.WriteString("verdict", Words.Of(result.Verdict));
        json.WriteString("answer_zh", answer.Zh);
        json.WriteString("answer_en", answer.En);
        json.WriteNumber("confidence", result.Plan.File.Confidence);
        json.WriteBoolean("is_lean", result.IsLean);
        json.WriteString("binding_pool", result.Verdict == StaffingVerdict.Proved ? null : result.Binding?.Id);
        WritePosts(json, result);
        WriteTrial(json, "now", result.Now);
        WriteTrial(json, "chosen", result.Chosen);
        WriteTrial(json, "most", result.Most);
        WriteTrial(json, "affordable", result.Affordable);
        json.WriteStartArray("frontier");
        foreach (var trial in result.Frontier)
        {
            json.WriteNumberValue(trial.Number);
        }

        json.WriteEndArray();
        WriteDemand(json, result);
        json.WriteEndObject();
    });

    private static void WritePosts(Utf8JsonWriter json, StaffingResult result)
    {
        json.WriteStartArray("posts");
        foreach (var post in result.Plan.Posts)
        {
            json.WriteStartObject();
            json.WriteString("id", post.Id);
            json.WriteString("zh", post.Title.Zh);
            json.WriteString("en", post.Title.En);
            json.WriteNumber("places", post.Pool.Places);
            json.WriteNumber("now", post.Now);
            json.WriteNumber("chosen", result.Chosen.Levels[post]);
            json.WriteNumber("employed", post.Employed(result.Chosen.Levels[post], result.Plan.File.Rest));
            json.WriteNumber("cost_per_person_and_week", post.CostPerPerson);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTrial(Utf8JsonWriter json, string name, Trial? trial)
    {
        if (trial is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("trial", trial.Number);
        json.WriteNumber("cost_per_week", trial.Cost);
        json.WriteNumber("first_seed", trial.FirstSeed);
        json.WriteNumber("replications", trial.Replications);
        json.WriteNumber("confidence_of_intervals", trial.Confidence);
        json.WriteString("first_hash", trial.Hash);
        json.WriteStartArray("targets");
        foreach (var finding in trial.Findings)
        {
            json.WriteStartObject();
            json.WriteString("measure", finding.Target.Measure.Id);
            json.WriteNumber(finding.Target.IsAtLeast ? "at_least" : "at_most", finding.Target.Value);
            json.WriteBoolean("is_fairness", finding.Target.IsFairness);
            Write(json, "mean", finding.Estimate?.Mean);
            Write(json, "half_width", finding.Estimate?.HalfWidth);
            json.WriteString("standing", Words.Of(finding.Standing));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDemand(Utf8JsonWriter json, StaffingResult result)
    {
        json.WriteStartArray("demand");
        foreach (var demand in result.Demands)
        {
            json.WriteStartObject();
            json.WriteString("pool", demand.Pool.Id);
            json.WriteNumber("service_hours", demand.ServiceHours);
            json.WriteStartArray("arrivals_per_hour");
            Array.ForEach(demand.Arrivals, json.WriteNumberValue);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known && double.IsFinite(known))
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
