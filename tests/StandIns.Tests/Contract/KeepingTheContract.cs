using System.Reflection;
using QuestPDF.Helpers;

namespace StandIns.Tests.Contract;

/// <summary>What compiles with a stand-in compiles with its package, and a stand-in has nothing that is not needed.</summary>
public sealed class KeepingTheContract
{
    public static TheoryData<string> Packages => ["Cake.Frosting", "QuestPDF", "Verify.Xunit"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void EveryPublicMemberIsOneOfThePackageWithTheSameSignature(string package)
    {
        var genuine = new GenuinePackage(package);

        AssertNone(Assembly.Load(package).GetExportedTypes().SelectMany(genuine.Differences));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void NoPublicFieldCanBeWritten(string package)
    {
        var fields = Assembly.Load(package).GetExportedTypes().SelectMany(Signature.Members).OfType<FieldInfo>();

        AssertNone(fields.Where(field => !field.IsInitOnly && !field.IsLiteral).Select(Signature.Of));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void NothingPublicIsThereThatOnlyTestsOfTheStandInsUse(string package) =>
        AssertNone(new Users(Assembly.Load(package)).Unused());

    [Fact]
    public void A4Measures595By842Points() => Assert.Equal((595, 842), (PageSizes.A4.Width, PageSizes.A4.Height));

    private static void AssertNone(IEnumerable<string> errors)
    {
        var lines = errors.Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
            Assert.Fail(string.Join('\n', lines.Prepend("Of the stand-in:")));
    }
}
