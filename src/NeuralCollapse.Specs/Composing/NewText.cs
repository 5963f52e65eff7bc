using System.Text;
using System.Text.RegularExpressions;

namespace NeuralCollapse.Specs;

/// <summary>The text of a new spec: its sections with what a reader needs to know to change them.</summary>
internal static partial class NewText
{
    private const int Width = 140;

    public static string Of(NewHeader header, NewDraft draft, IReadOnlyList<NewOption> options)
    {
        var text = new StringBuilder("# yaml-language-server: $schema=schema.json\n#\n");
        foreach (var (name, words) in Comments(header, options))
            text.Append(Wrapped($"# {name + ":",-9} ", "#           ", words));
        text.Append($"\nname: {header.Name}\ntitle: {Line(header.Title.Length > 0 ? header.Title : Title(draft, options))}\n");
        if (header.Claim.Length > 0)
            text.Append(Wrapped("claim: ", "  ", Line(header.Claim)));
        text.Append("\n# Every training is repeated with each seed: without several, no difference between two means can be told from chance.\n");
        text.Append($"seeds: {Flow(header.Seeds)}\n\n");
        Append(text, "data", draft, "All images there are, unless train and test say how many. Measuring sees every image as it is, whatever augment does.");
        Append(text, "model", draft);
        Append(text, "loss", draft);
        Append(text, "mixup", draft);
        AppendTraining(text, draft);
        AppendMatrix(text, draft);
        text.Append("""

            # Used only where the numerics fingerprint differs from that of the recorded results; otherwise every digit must agree.
            verify:
              test-accuracy: { absolute: 0.01 }
              nc1: { relative: 0.3 }

            """);
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Words)> Comments(NewHeader header, IReadOnlyList<NewOption> options)
    {
        yield return ("Claim", header.Claim.Length > 0 ? header.Claim : "say here, and under the key claim for the report, what you expect: before the first run, for afterwards it is no prediction.");
        yield return ("Source", $"./build.sh --target=New {string.Join(' ', options.Where(option => option.Name is not (NewOptions.Title or NewOptions.Claim)).Select(Typed))}");
        yield return ("Command", $"./build.sh --target=Reproduce --experiment={header.Name}");
        yield return ("Hardware and time", "not run yet.");
        yield return ("Expected", "the numbers behind the claim, with where they are from; `collapse theory` computes optima.");
    }

    /// <summary>An option as a shell takes it.</summary>
    private static string Typed(NewOption option) => Harmless().IsMatch(option.Value) ? $"{option}" : $"--{option.Name}='{option.Value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Title(NewDraft draft, IReadOnlyList<NewOption> options)
    {
        string Of(string name) => options.First(option => option.Name == name).Value;
        var mixup = draft.Axes.ContainsKey("mixup") ? " without and with mixup" : "";
        var loss = draft.Axes.ContainsKey("loss") ? "losses" : Of("loss");
        return $"{char.ToUpperInvariant(loss[0])}{loss[1..]}{mixup}, {Of("model")} on {Of(NewOptions.DataSet)}";
    }

    private static void Append(StringBuilder text, string path, NewDraft draft, string comment = "")
    {
        if (draft.Sections.Find(path) is not { } section)
            return;
        foreach (var line in draft.Usual[path].Prepend(comment).Where(line => line.Length > 0))
            text.Append($"# {line}\n");
        text.Append($"{path}: {Flow(section)}\n");
    }

    private static void AppendTraining(StringBuilder text, NewDraft draft)
    {
        text.Append("\n# What is usual for such a network. An epoch is one pass over the training images.\ntraining:\n");
        foreach (var entry in ((MapNode)draft.Sections.Find("training")!).Entries)
            text.Append($"  {entry.Key.Text}: {Flow(entry.Value)}\n");
        text.Append("\n# After these epochs, 0 being before training; by default powers of two, since collapse is fast at first and slow at the end.\n");
        text.Append($"measure: {Flow(draft.Sections.Find("measure")!)}\n");
        if (draft.Sections.Find("numerics") is { } numerics)
            text.Append($"numerics: {Flow(numerics)}\n");
    }

    private static void AppendMatrix(StringBuilder text, NewDraft draft)
    {
        if (draft.Axes.Count == 0)
            return;
        text.Append("\n# What is compared: every value of one axis with every value of the others.\nmatrix:\n");
        foreach (var (path, values) in draft.Axes)
        {
            foreach (var line in draft.Usual[path])
                text.Append($"  # {line}\n");
            text.Append($"  {path}:\n").AppendJoin("", values.Select(value => $"    - {Flow(value)}\n"));
        }
    }

    /// <summary>A value in one line.</summary>
    private static string Flow(Node node) => node switch
    {
        MapNode map => $"{{ {string.Join(", ", map.Entries.OrderBy(e => e.Key.Text != KindsSchema.Key).Select(e => $"{e.Key.Text}: {Flow(e.Value)}"))} }}",
        ListNode list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        ScalarNode { IsText: true } text when !(Plain().IsMatch(text.Text) && IsText(text.Text)) => Quoted(text.Text),
        ScalarNode scalar => scalar.Text,
        _ => throw new InvalidOperationException("A draft with a broken value must have been refused."),
    };

    /// <summary>Text on a line of its own, where commas need no quotes.</summary>
    private static string Line(string text) =>
        Plain().IsMatch(text.Replace(",", "", StringComparison.Ordinal)) && IsText(text) ? text : Quoted(string.Join(' ', Words(text)));

    private static bool IsText(string text) => new ScalarNode(0, 0, "", text, quoted: false).IsText;

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string[] Words(string text) => text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

    private static string Wrapped(string first, string next, string words)
    {
        var lines = new List<string> { first };
        foreach (var word in Words(words))
        {
            if (lines[^1].Length + word.Length > Width && lines[^1].Trim().Length > 1)
                lines.Add(next);
            lines[^1] += $"{word} ";
        }

        return string.Concat(lines.Select(line => $"{line.TrimEnd()}\n"));
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_./()+-]*( [A-Za-z0-9_./()+-]+)*\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A[A-Za-z0-9_.,/+:=-]+\z")]
    private static partial Regex Harmless();
}
