using Cake.Core;
using Cake.Frosting;

namespace StandIns.Tests.Cake;

public sealed class ReadingArguments
{
    [Fact]
    public void AnOptionTheHostDoesNotKnowIsAnArgumentOfTheBuild() =>
        Assert.Equal(["2"], Values("--colour=2"));

    [Fact]
    public void ItsValueMayBeAWordOfItsOwn() =>
        Assert.Equal(["2"], Values("--colour", "2"));

    [Fact]
    public void RepeatedOptionsKeepAllTheirValuesInOrder() =>
        Assert.Equal(["red", "dark blue"], Values("--colour=red", "--colour=dark blue"));

    [Fact]
    public void NamesAreComparedWithoutCase() =>
        Assert.Equal(["red"], Values("--Colour=red"));

    [Fact]
    public void AnOptionWithoutAValueIsThereAndHasNone()
    {
        var values = Values("--colour", "--other=1");
        Assert.True(string.IsNullOrEmpty(Assert.Single(values)));
    }

    private static List<string> Values(params string[] arguments) => Host.Run<Context>([.. arguments, "--target=Paint"]).Tasks;

    public sealed class Context(ICakeContext context, Journal journal) : JournalContext(context, journal);

    public sealed class Paint : FrostingTask<Context>
    {
        public override void Run(Context context)
        {
            ArgumentNullException.ThrowIfNull(context);
            context.Journal.Tasks.AddRange(context.Arguments.GetArguments("colour"));
        }
    }
}
