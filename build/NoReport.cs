using Cake.Core;
using Cake.Core.Diagnostics;

namespace Build;

/// <summary>No headings and no table of tasks: what the programs print is what the user wants to read.</summary>
public sealed class NoReport : ICakeReportPrinter
{
    public void Write(CakeReport report)
    {
    }

    public void WriteStep(string name, Verbosity verbosity)
    {
    }

    public void WriteLifeCycleStep(string name, Verbosity verbosity)
    {
    }

    public void WriteSkippedStep(string name, Verbosity verbosity)
    {
    }
}
