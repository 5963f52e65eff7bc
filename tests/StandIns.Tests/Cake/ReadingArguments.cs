using Cake.Core;
using Cake.Frosting;

namespace StandIns.Tests.Cake;

public sealed class ReadingArguments
{
    [Fact]
    public void An_option_the_host_does_not_know_is_an_argument_of_the_build() =>
        Assert.Equal(["2"], Values("--colour=2"));

    [Fact]
    public void Its_value_may_be_a_word_of_its_own() =>
        Assert.Equal(["2"], Values("--colour", "2"));

    [Fact]
    public void Repeated_options_keep_all_their_values_in_order() =>
        Assert.Equal(["red", "dark blue"], Values("--colour=red", "--colour=dark blue"));

    [Fact]
    public void Names_are_compared_without_case() =>
        Assert.Equal(["red"], Values("--Colour=red"));

    [Fact]
    public void An_option_without_a_value_is_there_and_has_none()
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
