using QuestPDF.Fluent;

namespace StandIns.Tests.QuestPdf;

public sealed class PlacingCells
{
    [Fact]
    public void ColumnsShareTheWidthAndRowsFollowEachOther()
    {
        var places = Places(table =>
        {
            table.Cell().Text("a");
            table.Cell().Text("b");
            table.Cell().Text("c");
            table.Cell().Text("d");
        });

        Assert.Equal([("a", 0, 0), ("b", 50, 0), ("c", 150, 0), ("d", 0, 1)], places);
    }

    /// <summary>Words with their distance from the left edge, in points, and their row.</summary>
    private static (string Text, int X, int Row)[] Places(Action<TableDescriptor> cells)
    {
        var pdf = Pdf.Of(content => content.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.RelativeColumn();
                columns.RelativeColumn(2);
                columns.RelativeColumn();
            });
            cells(table);
        }));
        const double Top = Pdf.Bottom + Pdf.Side;
        return Pdf.Read(pdf, page => page.GetWords()
            .Select(word => (word.Text, Start: word.Letters[0].StartBaseLine))
            .Select(word => (word.Text, (int)Math.Round(word.Start.X - Pdf.Left), (int)((Top - word.Start.Y) / 20)))
            .ToArray())[0];
    }
}
