using QuestPDF.Fluent;

namespace StandIns.Tests.QuestPdf;

public sealed class BreakingPages
{
    [Fact]
    public void A_column_goes_on_with_the_item_that_did_not_fit()
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Column(column =>
        {
            for (var number = 1; number <= 12; number++)
                column.Item().Text($"n{number}");
        })));

        Assert.Equal(["n1 n2 n3 n4 n5 n6 n7 n8 n9 n10", "n11 n12"], pages);
    }

    [Fact]
    public void Spacing_takes_room_between_items_only()
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Column(column =>
        {
            column.Spacing(40);
            for (var number = 1; number <= 5; number++)
                column.Item().Text($"n{number}");
        })));

        Assert.Equal(["n1 n2 n3 n4", "n5"], pages);
    }

    [Fact]
    public void A_text_goes_on_with_the_next_line_inside_all_that_surrounds_it()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 20).Select(number => $"n{number}"));

        var pages = Pdf.Words(Pdf.Of(content => content.PaddingVertical(10).BorderTop(1).AlignRight().Text(lines)));

        Assert.Equal(["n1 n2 n3 n4 n5 n6 n7 n8 n9", "n10 n11 n12 n13 n14 n15 n16 n17 n18", "n19 n20"], pages);
    }

    [Fact]
    public void A_row_goes_on_with_the_items_that_are_not_finished()
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Row(row =>
        {
            row.ConstantItem(50).Text("short");
            row.RelativeItem().Text(string.Join('\n', Enumerable.Range(1, 11).Select(number => $"n{number}")));
        })));

        Assert.Equal(2, pages.Count);
        Assert.Equal("n11", pages[1]);
    }

    [Fact]
    public void The_header_of_a_table_comes_back_on_every_page()
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(50);
                columns.RelativeColumn();
            });
            table.Header(header =>
            {
                header.Cell().Text("number");
                header.Cell().Text("square");
            });
            for (var number = 1; number <= 12; number++)
            {
                table.Cell().Text($"{number}");
                table.Cell().Text($"{number * number}");
            }
        })));

        Assert.Equal(2, pages.Count);
        Assert.Equal("number square 1 1 2 4 3 9 4 16 5 25 6 36 7 49 8 64 9 81", pages[0]);
        Assert.Equal("number square 10 100 11 121 12 144", pages[1]);
    }

    [Fact]
    public void What_must_be_shown_entire_goes_on_the_next_page()
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Column(column =>
        {
            column.Item().PaddingBottom(130).Text("before");
            column.Item().ShowEntire().Text("a\nb\nc");
        })));

        Assert.Equal(["before", "a b c"], pages);
    }

    [Theory]
    [InlineData(40, "before a b", "c")]
    [InlineData(60, "before", "a b c")]
    public void Content_that_would_be_broken_needs_the_space_that_is_asked_for(float asked, string first, string second)
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Column(column =>
        {
            column.Item().PaddingBottom(130).Text("before");
            column.Item().EnsureSpace(asked).Text("a\nb\nc");
        })));

        Assert.Equal([first, second], pages);
    }

    [Fact]
    public void A_page_break_ends_the_page_and_leaves_no_gap_on_the_next()
    {
        var pdf = Pdf.Of(content => content.Column(column =>
        {
            column.Spacing(30);
            column.Item().Text("one");
            column.Item().PageBreak();
            column.Item().Text("two");
        }));

        Assert.Equal(["one", "two"], Pdf.Words(pdf));
        var heights = Pdf.Read(pdf, page => page.Letters[0].StartBaseLine.Y);
        Assert.Equal(heights[0], heights[1], precision: 3);
    }
}
