using NeuralCollapse.Records;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>A table with its caption above, ruled at its edges and below its head. The head is repeated on every page.</summary>
internal sealed class TableBlock(Table table) : IComponent
{
    private const float Gap = 4;
    private const float RowRule = 0.4f;

    /// <summary>A larger one begins on the next page rather than with its caption and a row or two.</summary>
    private const float LeastBegun = 140;

    /// <summary>A table of at most so many rows fits on a page and is not torn apart.</summary>
    private const int MostRowsTogether = 8;

    public void Compose(IContainer container) => Together(container.Section(SectionName.Table(table.Number))).Column(column =>
    {
        column.Spacing(5);
        column.Item().Component(new Caption($"Table {Numbers.Format(table.Number)}", table.Title, table.Explanation));
        column.Item().BorderTop(0.9f).BorderBottom(0.9f).BorderColor(Palette.Ink).Table(Fill);
    });

    private IContainer Together(IContainer container) => table.Rows.Count <= MostRowsTogether ? container.ShowEntire() : container.EnsureSpace(LeastBegun);

    private void Fill(TableDescriptor descriptor)
    {
        descriptor.ColumnsDefinition(columns =>
        {
            foreach (var column in table.Columns)
                columns.RelativeColumn(column.Width);
        });
        descriptor.Header(header =>
        {
            for (var c = 0; c < table.Columns.Count; c++)
                Head(header.Cell().BorderBottom(0.5f).BorderColor(Palette.Ink).PaddingVertical(3).PaddingLeft(GapBefore(c)), table.Columns[c]);
        });
        foreach (var (row, isLast) in table.Rows.Select((row, i) => (row, i == table.Rows.Count - 1)))
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                Entry(descriptor.Cell().BorderBottom(isLast || table.IsDense
                    ? 0
                    : RowRule).BorderColor(Palette.Rule).PaddingLeft(GapBefore(c)), table.Columns[c], row[c]);
            }
        }
    }

    /// <summary>Words would else touch the numbers of the column before them.</summary>
    private float GapBefore(int column) =>
        column > 0 && table.Columns[column - 1].IsNumber && !table.Columns[column].IsNumber ? 2 * Gap : 0;

    private static void Head(IContainer cell, TableColumn column)
    {
        var block = Aligned(cell, column).AlignBottom().Write(column.Title).Style(Typography.TableHead);
        if (column.IsNumber)
            block.AlignRight();
    }

    private void Entry(IContainer cell, TableColumn column, TableEntry entry) =>
        Aligned(cell.PaddingVertical(table.IsDense ? 0.5f : 2.2f), column).Column(lines =>
    {
        Line(lines.Item(), column, entry.Text, isQuiet: false);
        if (entry.Below.Length > 0)
            Line(lines.Item(), column, entry.Below, isQuiet: true);
    });

    private void Line(IContainer item, TableColumn column, string text, bool isQuiet)
    {
        var style = table.IsDense ? Typography.DenseTableText : Typography.TableText;
        var block = item.Write(text == "-" ? "–" : text).Style(isQuiet ? Typography.Small : style);
        if (column.IsNumber)
            block.AlignRight();
    }

    private static IContainer Aligned(IContainer cell, TableColumn column) =>
        column.IsNumber ? cell.PaddingLeft(Gap) : cell.PaddingRight(Gap);
}
