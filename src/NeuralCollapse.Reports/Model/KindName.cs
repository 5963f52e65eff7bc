using NeuralCollapse.Specs;

namespace NeuralCollapse.Reports;

/// <summary>What readers call a kind that a spec names: its usual name where that is another.</summary>
internal static class KindName
{
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["mlp"] = "MLP",
        ["wide-resnet"] = "WRN",
        ["resnet"] = "ResNet",
        ["vgg"] = "VGG",
        ["vit"] = "ViT",
        ["scaled-mse"] = "scaled MSE",
        ["rescaled-mse"] = "rescaled MSE",
        ["mae"] = "MAE",
        ["smooth-l1"] = "smooth L1",
        ["mnist"] = "MNIST",
        ["fashion-mnist"] = "Fashion-MNIST",
        ["kmnist"] = "KMNIST",
        ["cifar10"] = "CIFAR-10",
        ["cifar100"] = "CIFAR-100",
        ["image-folder"] = "a folder",
        ["sgd"] = "SGD",
        ["adam"] = "Adam",
        ["adamw"] = "AdamW",
        ["cutmix"] = "CutMix",
    };

    /// <summary>That of the kind of a record's type.</summary>
    public static string Of(Type type) => Of(KindAttribute.Of(type));

    /// <summary>Such as: scaled MSE of scaled-mse; the kind itself where that is its usual name.</summary>
    public static string Of(string kind) => Usual.GetValueOrDefault(kind, kind);
}
