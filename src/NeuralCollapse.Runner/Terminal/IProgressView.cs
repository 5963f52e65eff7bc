using NeuralCollapse.Specs;

namespace NeuralCollapse.Runner;

/// <summary>Shows a person how the cells are doing. Called from several threads.</summary>
internal interface IProgressView
{
    void Started(string experiment, Cell cell);

    void Heard(Cell cell, WorkerMessage message);

    void Finished(string experiment, Cell cell);

    void Failed(string experiment, Cell cell, int exitCode, string errors);
}
