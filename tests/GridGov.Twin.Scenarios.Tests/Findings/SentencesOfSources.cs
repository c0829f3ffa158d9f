using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GridGov.Twin.Scenarios.Tests.Findings;

/// <summary>
/// Reads in the sources what findings say: the arguments of whatever notes a finding, followed to the texts they come from. A text has
/// <c>{}</c> for what stands in it.
/// </summary>
internal sealed class SentencesOfSources
{
    private const string TheKeyItIsAbout = "{Where()}";
    private static readonly string[] Folders = ["Yaml", "Formats", "Building", "Catalogue", "Experiments", "Drills", "Staffing", "Proofs", "CityFiles", "Geo", "Generator"];

    // Whatever notes a finding: expected and message are its last arguments.
    private static readonly HashSet<string> Noting = ["Reject", "RejectKey", "RejectUnlessMissing", "Expect", "Finding", "Find", "Rejected", "Add", "Note", "Wrong"];

    // These say only what was expected, first.
    private static readonly HashSet<string> Reading = ["Scalar", "Enter", "EnterArray", "Text", "Number"];

    public SentencesOfSources()
    {
        foreach (var root in Files().Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file).GetRoot()))
        {
            root.DescendantNodes().SelectMany(Said).ToList().ForEach(said => Follow(said, root));
        }
    }

    /// <summary>What findings say, and where.</summary>
    public List<(string Sentence, string Place)> Sentences { get; } = [];

    /// <summary>Expressions whose text cannot be followed in their file.</summary>
    public List<(string Expression, string Place)> Unknown { get; } = [];

    private static IEnumerable<string> Files()
    {
        var room = Path.Combine(Tree.Root, "scenarios", "GridGov.Twin.Scenarios");
        return Folders.SelectMany(folder => Directory.GetFiles(Path.Combine(room, folder), "*.cs"))
            .Append(Path.Combine(room, "Output", "OutputFolder.cs"))
            .Append(Path.Combine(Tree.Root, "silo", "GridGov.Twin.Domain", "Calendars", "WorkDayTable.cs"))
            .Append(Path.Combine(Tree.Root, "silo", "GridGov.Twin.Silo", "Planning", "SourceFiles.cs"));
    }

    private static IEnumerable<ExpressionSyntax> Said(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => OfCall(NameOf(call.Expression), call),
        ObjectCreationExpressionSyntax { ArgumentList: { } given } made => OfMade(made.Type.ToString(), given),
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 5 } made => Last(made.ArgumentList, 2),
        TupleExpressionSyntax { Arguments.Count: 3 } mistake when IsIn(mistake, "Mistake") => mistake.Arguments.Skip(1).Select(said => said.Expression),
        MethodDeclarationSyntax { Identifier.Text: "Expected" } expected => Returned(expected),
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> OfCall(string name, InvocationExpressionSyntax call) => name switch
    {
        "InOrder" when call.ArgumentList.Arguments.Count == 2 => Last(call.ArgumentList, 1),
        "Index" when call.ArgumentList.Arguments.Count == 2 => Last(call.ArgumentList, 1),
        "Expect" when IsIn(call, "Faults") => Last(call.ArgumentList, 1),
        "Find" when call.ArgumentList.Arguments.Count < 3 || call.Expression.ToString() is "TargetFindings.Find" => [],
        "Add" when IsIn(call, "Expect") => Last(call.ArgumentList, 1),
        "Add" when call.ArgumentList.Arguments.Count < 4 => [],
        "Text" or "Number" when !call.Expression.ToString().StartsWith("cursor", StringComparison.OrdinalIgnoreCase) => [],
        _ when Reading.Contains(name) => call.ArgumentList.Arguments.Take(1).Select(said => said.Expression),
        _ when Noting.Contains(name) && call.ArgumentList.Arguments.Count >= 2 => Last(call.ArgumentList, 2),
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> OfMade(string type, ArgumentListSyntax made) => type switch
    {
        "Finding" => Last(made, 2),
        "ExperimentFailedException" => Last(made, 1),
        "ArgumentException" when made.SyntaxTree.FilePath.EndsWith("WorkDayTable.cs", StringComparison.Ordinal) => Last(made, 1),
        _ => [],
    };

    private void Follow(ExpressionSyntax said, SyntaxNode root)
    {
        switch (said)
        {
            case LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }
                when TextOf(said) is { } text && text.Any(char.IsAsciiLetterOrDigit):
                Sentences.Add((text, PlaceOf(said)));
                break;
            case LiteralExpressionSyntax { Token.ValueText: "" }:
                break;
            case ConditionalExpressionSyntax either:
                Follow(either.WhenTrue, root);
                Follow(either.WhenFalse, root);
                break;
            case SwitchExpressionSyntax choice:
                choice.Arms.ToList().ForEach(arm => Follow(arm.Expression, root));
                break;
            case InvocationExpressionSyntax call when NameOf(call.Expression) is "Invariant" or "Create" or "ToString" && Written(call) is { } written:
                Follow(written, root);
                break;
            case InvocationExpressionSyntax call when NameOf(call.Expression) == "Expected":
                break;
            case IdentifierNameSyntax name when Given(name, root) is { } given:
                given.ToList().ForEach(each => Follow(each, root));
                break;
            default:
                Unknown.Add((said.ToString(), PlaceOf(said)));
                break;
        }
    }

    // What a name stands for: what it is set to in its file; nothing for a parameter of something that notes findings, whose callers are read.
    private static ExpressionSyntax[]? Given(IdentifierNameSyntax name, SyntaxNode root)
    {
        if (name.Ancestors().OfType<MemberDeclarationSyntax>().First() is MethodDeclarationSyntax method
            && method.ParameterList.Parameters.Any(parameter => parameter.Identifier.Text == name.Identifier.Text))
        {
            return Noting.Contains(method.Identifier.Text) || Reading.Contains(method.Identifier.Text) || method.Identifier.Text is "Index" or "Within" or "InRange" ? [] : null;
        }

        var near = name.Ancestors().OfType<MemberDeclarationSyntax>().First().DescendantNodes().OfType<VariableDeclaratorSyntax>();
        var fields = root.DescendantNodes().OfType<FieldDeclarationSyntax>().SelectMany(field => field.Declaration.Variables);
        var set = near.Concat(fields).Where(variable => variable.Identifier.Text == name.Identifier.Text).Select(variable => variable.Initializer?.Value).ToArray();
        return set is [{ } value, ..] ? [value] : null;
    }

    private static InterpolatedStringExpressionSyntax? Written(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<InterpolatedStringExpressionSyntax>().FirstOrDefault();

    // The text of what is written there, with {} for what stands in it; null where it is no text.
    private static string? TextOf(ExpressionSyntax said) => said switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax written => written.Contents.Aggregate(new StringBuilder(), (text, part) =>
            text.Append(part is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : part.ToString() == TheKeyItIsAbout ? "" : "{}")).ToString(),
        BinaryExpressionSyntax sum => (TextOf(sum.Left) ?? "{}") + (TextOf(sum.Right) ?? "{}"),
        _ => null,
    };

    private static IEnumerable<ExpressionSyntax> Returned(MethodDeclarationSyntax method) =>
        method.ExpressionBody is { } body ? [body.Expression] : method.DescendantNodes().OfType<ReturnStatementSyntax>().Select(back => back.Expression).OfType<ExpressionSyntax>();

    private static bool IsIn(SyntaxNode node, string method) => node.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault()?.Identifier.Text == method;

    private static IEnumerable<ExpressionSyntax> Last(ArgumentListSyntax list, int count) => list.Arguments.TakeLast(count).Select(argument => argument.Expression);

    private static string NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private static string PlaceOf(SyntaxNode node)
    {
        var place = node.GetLocation().GetLineSpan();
        return $"{Path.GetFileName(place.Path)}:{place.StartLinePosition.Line + 1}";
    }
}
