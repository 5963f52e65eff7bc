using YamlDotNet.RepresentationModel;

namespace Repository.Tests;

/// <summary>CITATION.cff is in the Citation File Format 1.2.0: what that requires is there.</summary>
public sealed class Citation
{
    private static readonly YamlMappingNode File = Read();

    [Fact]
    public void WhatTheFormatRequiresIsThere()
    {
        Assert.Equal("1.2.0", File["cff-version"].ToString());
        Assert.All((string[])["message", "title", "authors"], key => Assert.True(File.Children.ContainsKey(key), key));
        Assert.All((YamlSequenceNode)File["references"], reference =>
            Assert.All((string[])["type", "title", "authors", "year"], key => Assert.True(((YamlMappingNode)reference).Children.ContainsKey(key), key)));
    }

    [Fact]
    public void AuthorsAndLicenceAreThoseOfTheLicence()
    {
        var licence = RepositoryFiles.Read("LICENSE");

        Assert.StartsWith($"{File["license"]} License", licence, StringComparison.Ordinal);
        Assert.Contains(Assert.Single((YamlSequenceNode)File["authors"])["name"].ToString(), licence, StringComparison.Ordinal);
    }

    private static YamlMappingNode Read()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(RepositoryFiles.Read("CITATION.cff")));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
