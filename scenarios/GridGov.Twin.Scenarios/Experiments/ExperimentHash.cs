using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>Whether two machines mean the same by an experiment: a hash of its file, its variants' scenarios and every file those point at, titles left out.</summary>
public static class ExperimentHash
{
    /// <summary>The hash of the experiment at <paramref name="path"/>, as hexadecimal digits. Which program reads it does not count.</summary>
    /// <exception cref="InputRejectedException">A file is wrong.</exception>
    public static string Of(string path)
    {
        var text = YamlFile.Load(path);
        return InputHash.OfFiles([text, .. ExperimentFile.Read(text).Variants.Select(ExperimentPlan.TextOf)]);
    }
}
