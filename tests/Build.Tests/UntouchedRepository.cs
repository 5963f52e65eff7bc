namespace Build.Tests;

/// <summary>The tests that change nothing in their repository share one: making it takes seconds.</summary>
[CollectionDefinition(Name)]
public sealed class UntouchedRepository : ICollectionFixture<TemporaryRepository>
{
    public const string Name = "untouched repository";
}
