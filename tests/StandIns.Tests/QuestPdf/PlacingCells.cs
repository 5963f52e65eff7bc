using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;

namespace StandIns.Tests.QuestPdf;

public sealed class PlacingCells
{
    [Fact]
    public void Columns_share_what_constant_columns_leave()
    {
        var places = Places(table =>
        {
            table.Cell().Text("a");
            table.Cell().Text("b");
            table.Cell().Text("c");
        });

        Assert.Equal([("a", 0, 0), ("b", 50, 0), ("c", 150, 0)], places);
    }

    [Fact]
    public void A_cell_that_spans_columns_moves_to_the_next_row_when_it_has_no_room()
    {
        var places = Places(table =>
        {
            table.Cell().Text("a");
            table.Cell().Text("b");
            table.Cell().ColumnSpan(2).Text("wide");
            table.Cell().Text("d");
        });

        Assert.Equal([("a", 0, 0), ("b", 50, 0), ("wide", 0, 1), ("d", 150, 1)], places);
    }

    [Fact]
    public void A_cell_goes_where_it_is_told_to()
    {
        var places = Places(table =>
        {
            table.Cell().Row(2).Column(3).Text("b");
            table.Cell().Row(1).Column(2).Text("a");
        });

        Assert.Equal([("a", 50, 0), ("b", 150, 1)], places.Order());
    }

    [Fact]
    public void Two_cells_in_one_place_are_an_error()
    {
        Assert.Throws<DocumentComposeException>(() => Places(table =>
        {
            table.Cell().Row(1).Column(2).Text("a");
            table.Cell().Row(1).Column(1).ColumnSpan(2).Text("b");
        }));
    }

    /// <summary>Words with their distance from the left edge, in points, and their row.</summary>
    private static (string Text, int X, int Row)[] Places(Action<TableDescriptor> cells)
    {
        var pdf = Pdf.Of(content => content.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(50);
                columns.RelativeColumn(2);
                columns.RelativeColumn();
            });
            cells(table);
        }));
        const double Top = Pdf.Margin + Pdf.Side;
        return Pdf.Read(pdf, page => page.GetWords()
            .Select(word => (word.Text, Start: word.Letters[0].StartBaseLine))
            .Select(word => (word.Text, (int)Math.Round(word.Start.X - Pdf.Margin), (int)((Top - word.Start.Y) / 20)))
            .ToArray())[0];
    }
}
