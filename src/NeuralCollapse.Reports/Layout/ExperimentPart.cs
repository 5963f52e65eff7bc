using NeuralCollapse.Records;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace NeuralCollapse.Reports;

/// <summary>One experiment: claim, setup, results, figures, all metrics.</summary>
internal sealed class ExperimentPart(ExperimentModel experiment, int number) : IComponent
{
    public void Compose(IContainer container) => container.Column(column =>
    {
        column.Spacing(14);
        column.Item().Section(SectionName.Experiment(number)).Write($"{Numbers.Format(number)}  {experiment.Title}").Style(Typography.Heading);
        if (experiment.Claim.Length > 0)
            column.Item().BorderLeft(2).BorderColor(Palette.Blue).PaddingLeft(10).Write(experiment.Claim).Italic();
        if (experiment.Scorecard is { } scorecard)
        {
            column.Item().Write(experiment.ScoresInWords);
            column.Item().Component(new TableBlock(scorecard));
        }

        foreach (var analysis in experiment.Analyses)
            column.Item().Component(new TableBlock(analysis));
        column.Item().Write(experiment.Setup);
        column.Item().Component(new TableBlock(experiment.Settings));
        if (experiment.Diverged is { } diverged)
            column.Item().Component(new TableBlock(diverged));
        foreach (var table in experiment.Results)
            column.Item().Component(new TableBlock(table));
        if (experiment.PredictionsInWords.Length > 0)
            column.Item().Write(experiment.PredictionsInWords);
        if (experiment.Predictions is { } predictions)
            column.Item().Component(new TableBlock(predictions));
        foreach (var figure in experiment.Figures)
            column.Item().Component(new FigureBlock(figure));
        foreach (var table in experiment.AllMetrics)
            column.Item().Component(new TableBlock(table));
    });
}
