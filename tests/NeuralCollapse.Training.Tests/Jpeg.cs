namespace NeuralCollapse.Training.Tests;

/// <summary>A JPEG file of 20 x 12 pixels, red growing to the right and green downwards, quality 75, chroma subsampled.</summary>
internal static class Jpeg
{
    public static readonly byte[] Gradient = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PT"
        + "gyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAAM"
        + "ABQDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAABgAH/8QAHxAAAgAGAwEAAAAAAAAAAAAAAAQBBhEiI6EDBSET/8QAFgEBAQEAAAAAAA"
        + "AAAAAAAAAABAUG/8QAHBEAAgICAwAAAAAAAAAAAAAAAAEDBQIEERIx/9oADAMBAAIRAxEAPwDNk5arSzQgTletMehkigv5YJkevX8sIEWzlN6B"
        + "qb2VcALilXHDHojXeHrlvnCwhy10zbY38vVH/9k=");
}
