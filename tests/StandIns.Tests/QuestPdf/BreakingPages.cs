using QuestPDF.Fluent;

namespace StandIns.Tests.QuestPdf;

public sealed class BreakingPages
{
    [Fact]
    public void AColumnGoesOnWithTheItemThatDidNotFit()
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Column(column =>
        {
            for (var number = 1; number <= 12; number++)
                column.Item().Text($"n{number}");
        })));

        Assert.Equal(["n1 n2 n3 n4 n5 n6 n7 n8 n9 n10", "n11 n12"], pages);
    }

    [Fact]
    public void SpacingTakesRoomBetweenItemsOnly()
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
    public void ATextGoesOnWithTheNextLineInsideAllThatSurroundsIt()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 20).Select(number => $"n{number}"));

        var pages = Pdf.Words(Pdf.Of(content => content.PaddingVertical(10).BorderTop(1).AlignRight().Text(lines)));

        Assert.Equal(["n1 n2 n3 n4 n5 n6 n7 n8 n9", "n10 n11 n12 n13 n14 n15 n16 n17 n18", "n19 n20"], pages);
    }

    [Fact]
    public void ARowGoesOnWithTheItemsThatAreNotFinished()
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
    public void TheHeaderOfATableComesBackOnEveryPage()
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.RelativeColumn();
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
    public void WhatMustBeShownEntireGoesOnTheNextPage()
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
    public void ContentThatWouldBeBrokenNeedsTheSpaceThatIsAskedFor(float asked, string first, string second)
    {
        var pages = Pdf.Words(Pdf.Of(content => content.Column(column =>
        {
            column.Item().PaddingBottom(130).Text("before");
            column.Item().EnsureSpace(asked).Text("a\nb\nc");
        })));

        Assert.Equal([first, second], pages);
    }

    [Fact]
    public void APageBreakEndsThePageAndLeavesNoGapOnTheNext()
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
