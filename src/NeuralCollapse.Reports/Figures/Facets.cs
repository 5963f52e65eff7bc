using NeuralCollapse.Records;

namespace NeuralCollapse.Reports;

/// <summary>
/// How the points of an experiment are spread over panels: a column for each loss, or value of the first axis where none is varied, and a row
/// for each combination of the others, with a line for each kind of mixup; or the others are lines, and mixup is not told apart.
/// </summary>
internal sealed class Facets
{
    private const int MostColumns = 6, MostRows = 4, MostInOneRow = 4;

    private readonly string? axis;
    private readonly bool othersAreLines;
    private readonly ShortNames names;

    public Facets(IReadOnlyList<SummaryGroup> groups, bool othersAreLines)
    {
        this.othersAreLines = othersAreLines;
        names = new(groups.Select(group => group.Axes));
        List<string> axes = [.. groups.SelectMany(group => group.Axes).Select(label => label.Key).Distinct()];
        axis = axes.FirstOrDefault(name => name == "loss") ?? axes.FirstOrDefault(name => name != MixupEffect.Axis);
        Columns = Spread.Over([.. groups.Select(ColumnOf).Distinct()], MostColumns);
        Rows = Spread.Over([.. groups.Select(RowOf).Distinct()], MostRows);
        Groups = [.. groups.Where(group => Columns.Contains(ColumnOf(group)) && Rows.Contains(RowOf(group)))];
        Lines = [.. Groups.Select(LineOf).Distinct()];
        Note = ShownGroups.Note(Groups.Count, groups.Count);
        Across = Rows.Count > 1 || Columns.Count <= MostInOneRow ? Columns.Count : (Columns.Count + 1) / 2;
    }

    /// <summary>Names of the columns, in plan order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Names of the rows, in plan order; one empty name where nothing else varies.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>Names of the lines, in plan order.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The groups that the panels hold.</summary>
    public IReadOnlyList<SummaryGroup> Groups { get; }

    /// <summary>Says that groups are left out, with a space before it; empty when there are none.</summary>
    public string Note { get; }

    /// <summary>Panels side by side: columns of a single row are set in two lines where they are many.</summary>
    public int Across { get; }

    /// <summary>Panels below each other.</summary>
    public int Down => Rows.Count > 1 ? Rows.Count : (Columns.Count + Across - 1) / Across;

    /// <summary>The panels that hold anything.</summary>
    public IEnumerable<Facet> Panels =>
        from row in Enumerable.Range(0, Rows.Count)
        from column in Enumerable.Range(0, Columns.Count)
        let groups = Groups.Where(g => ColumnOf(g) == Columns[column] && RowOf(g) == Rows[row]).ToList()
        where groups.Count > 0
        let across = Rows.Count > 1 ? column : column % Across
        let down = Rows.Count > 1 ? row : column / Across
        select new Facet(
            across, down, row == 0 ? Columns[column] : "", Rows[row], IsLowest: Rows.Count > 1 ? row == Rows.Count - 1 : column + Across >= Columns.Count, groups);

    /// <summary>Such as: no mixup.</summary>
    public string LineOf(SummaryGroup group) => othersAreLines ? Others(group)
        : names.Of(group.Axes.Where(label => label.Key == MixupEffect.Axis));

    /// <summary>Such as: focal, gamma 3.</summary>
    public string ColumnOf(SummaryGroup group) => names.Of(group.Axes.Where(label => label.Key == axis));

    /// <summary>Such as: mlp; empty where nothing else varies.</summary>
    public string RowOf(SummaryGroup group) => othersAreLines ? "" : Others(group);

    private string Others(SummaryGroup group) => names.Of(group.Axes.Where(label => label.Key != axis && label.Key != MixupEffect.Axis));
}

/// <summary>A panel of a figure.</summary>
/// <param name="Column">From the left.</param>
/// <param name="Row">From above.</param>
/// <param name="Above">What its column is; empty where the panel above says so.</param>
/// <param name="Beside">What its row is; empty where nothing else varies.</param>
/// <param name="IsLowest">Whether no panel is below it.</param>
/// <param name="Groups">What it holds; at least one.</param>
internal sealed record Facet(int Column, int Row, string Above, string Beside, bool IsLowest, IReadOnlyList<SummaryGroup> Groups);
