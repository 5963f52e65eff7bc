using System.Reflection;
using static NeuralCollapse.Specs.Tests.Composed;

namespace NeuralCollapse.Specs.Tests;

public class ComposingASpec
{
    [Theory]
    [InlineData("photographs")]
    [InlineData("losses", "--dataset=glyphs", "--model=vit-ti-4", "--loss=cross-entropy,focal,mae", "--mixup.alpha=0.4", "--seeds=0,1", "--epochs=30",
        "--title=Losses: which?", "--training.batch-size=64", "--measure.mixed-pairs=60", "--numerics=native",
        "--claim=Under mixup the features of a small transformer bow out of the chord between class means, and under cross-entropy more than under the absolute error.")]
    public Task ItExplainsItself(string name, params string[] options) =>
        Golden.Verify(Compose(options), $"NewSpecs/{name}");

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var data in NewOptions.Kinds("data"))
            {
                foreach (var model in NewOptions.Kinds("model").SelectMany(ShortName.Offered))
                    pairs.Add(data.Kind, model);
            }

            return pairs;
        }
    }

    /// <summary>Whatever kinds are declared, each pair is offered and plans, under every loss.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void EveryDataSetGoesWithEveryNetworkAndEveryLoss(string data, string model)
    {
        string[] options = [$"--dataset={data}", $"--model={model}", .. Unusual("data", data)];
        foreach (var loss in NewOptions.Kinds("loss"))
        {
            var cells = Cells([.. options, $"--loss={loss.Kind}"]);

            Assert.Equal(6, cells.Count);
            Assert.Equal(["none", "mixup(alpha=1)"], cells.Select(c => c.Axes[0].Value).Distinct());
            Assert.All(cells, cell => Assert.Equal([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 500], cell.Network().Measure.Epochs));
            Assert.All(cells, cell => Assert.True(cell.Network().Model is not VitModel { Patch: var patch } || (28 % patch == 0 && 32 % patch == 0)));
        }

        var several = Cells([.. options, $"--loss={string.Join(',', NewOptions.Kinds("loss").Select(loss => loss.Kind))}"]);
        Assert.Equal(6 * NewOptions.Kinds("loss").Count, several.Count);
    }

    [Fact]
    public void AllKindsAreOffered()
    {
        Assert.Empty(Declared<DataSpec>().Except(NewOptions.Kinds("data").Select(kind => kind.Kind)));
        Assert.Empty(Declared<ModelSpec>().Except(NewOptions.Kinds("model").Select(kind => kind.Kind)));
        Assert.Empty(Declared<LossSpec>().Except(NewOptions.Kinds("loss").Select(kind => kind.Kind)));
        Assert.Empty(Declared<MixupSpec>().Except(NewOptions.Kinds("mixup").Select(kind => kind.Kind)));
    }

    [Fact]
    public void WhatIsOfferedByOneWordHasAUsualValueForEveryKeyButTheFolderOfImages() => Assert.Equal(
        ["data.path of image-folder", "data.train of image-folder", "data.test of image-folder"],
        from path in (string[])["data", "model", "loss", "mixup"]
        from kind in NewOptions.Kinds(path)
        from key in kind.Keys
        where key.Required && !key.Property.IsDefined(typeof(UsualAttribute))
        select $"{path}.{key.Name} of {kind.Kind}");

    [Theory]
    [InlineData("resnet", "resnet-18")]
    [InlineData("wide-resnet", "wide-resnet-16-2")]
    [InlineData("vit", "vit-4-192-12-3-768")]
    [InlineData("vit-ti-4", "vit-4-192-12-3-768")]
    [InlineData("vit-b-4", "vit-4-768-12-12-3072")]
    [InlineData("vit-4-64", "vit-4-64-12-3-768", "--model.heads=4")]
    [InlineData("mlp", "mlp-512-512")]
    [InlineData("wide-resnet-10", "wide-resnet-10-1", "--model.width=1")]
    public void ANameOfANetworkCarriesItsNumbersAndTheUsualOnesComplete(string name, string expected, string option = "--training.batch-size=128")
    {
        var heads = option.StartsWith("--model.heads", StringComparison.Ordinal) ? option : "--training.batch-size=128";

        Assert.Equal(Cells($"--model={expected}", heads)[0].Network().Model, Cells($"--model={name}", option)[0].Network().Model, SameText);
    }

    [Theory]
    [InlineData("--model=wide-resnet-28-10", "model", """{"depth":28,"kind":"wide-resnet","width":10}""")]
    [InlineData("--model=mlp-256-128", "model", """{"hidden":[256,128],"kind":"mlp"}""")]
    [InlineData("--loss=focal", "loss", """{"gamma":3,"kind":"focal"}""")]
    [InlineData("--loss=focal-2.5", "loss", """{"gamma":2.5,"kind":"focal"}""")]
    [InlineData("--loss={ kind: mae, kappa: 2, mix: target }", "loss", """{"kappa":2,"kind":"mae","mix":"target"}""")]
    [InlineData("--loss=cross-entropy,focal --loss.gamma=2", "loss", """{"gamma":2,"kind":"focal"}""")]
    [InlineData("--mixup=mixup-0.4", "mixup", """{"alpha":0.4,"kind":"mixup"}""")]
    [InlineData("--mixup=none", "mixup", """{"kind":"none"}""")]
    [InlineData("--mixup=mixup --mixup.per=sample", "mixup", """{"alpha":1,"kind":"mixup","per":"sample"}""")]
    [InlineData("--training.batch-size=64", "training.batch-size", "64")]
    [InlineData("--training.optimizer.learning-rate=5e-2", "training.optimizer", """{"kind":"sgd","learning-rate":0.05,"momentum":0.9,"weight-decay":0.0005}""")]
    [InlineData("--training.optimizer=adamw --training.optimizer.learning-rate=1e-3", "training.optimizer", """{"kind":"adamw","learning-rate":0.001}""")]
    [InlineData("--training.optimizer.nesterov=true --training.optimizer=sgd", "training.optimizer", """{"kind":"sgd","learning-rate":0.1,"momentum":0.9,"nesterov":true,"weight-decay":0.0005}""")]
    [InlineData("--training.schedule={ kind: multistep, milestones: [150, 250, 450], factor: 0.1 }", "training.schedule", """{"factor":0.1,"kind":"multistep","milestones":[150,250,450]}""")]
    [InlineData("--measure.epochs=0,100,500", "measure.epochs", "[0,100,500]")]
    [InlineData("--data.train=45000 --data.validation=5000", "data", """{"augment":"crop-flip","kind":"cifar10","train":45000,"validation":5000}""")]
    [InlineData("--data.augment=none", "data", """{"kind":"cifar10"}""")]
    [InlineData("--dataset=mnist", "data", """{"kind":"mnist"}""")]
    [InlineData("--dataset=image-folder --data.path=my/pictures --data.train=2000 --data.test=500", "data", """{"kind":"image-folder","path":"my/pictures","test":500,"train":2000}""")]
    [InlineData("--model=vit-s-4", "training.optimizer", """{"kind":"adamw","learning-rate":0.001,"weight-decay":0.05}""")]
    public void AnyKeyCanBeGiven(string options, string path, string expected)
    {
        object part = Cells([.. options[2..].Split(" --").Select(option => $"--{option}")])[^1].Spec;
        foreach (var key in path.Split('.'))
            part = part.GetType().GetProperties().Single(p => KebabCase.Of(p.Name) == key).GetValue(part)!;

        Assert.Equal(expected, SchemaOf.Cell.At(path.Split('.')).First().Write(part, brief: true).ToJsonString());
    }

    [Theory]
    [InlineData("--trianing.batch-size=64", "--trianing.batch-size=64: expected an option of a new spec, got --trianing.batch-size; did you mean --training.batch-size?")]
    [InlineData("--learning-rate=0.1", "--learning-rate=0.1: expected an option of a new spec, got --learning-rate; there are --name, --dataset, --model, --loss, --mixup, --epochs, --seeds, --title, --claim, --numerics and every key by its dotted name, such as --training.batch-size")]
    [InlineData("--training.batch-size=many", "--training.batch-size=many: expected a whole number from 2 to 1000000, got the text \"many\"")]
    [InlineData("--training.batch-size=", "--training.batch-size=: expected a whole number from 2 to 1000000, got nothing")]
    [InlineData("--training.batch-size=[", "--training.batch-size=[: expected a value in YAML, got [")]
    [InlineData("--training.batch-size=64 --training.batch-size=65", "--training.batch-size=65: expected every option once, got --training.batch-size again")]
    [InlineData("--data.train=100", "--training.batch-size: expected at most the 100 training images, got 128")]
    [InlineData("--data.train=100 --training.batch-size=101", "--training.batch-size=101: expected at most the 100 training images, got 101")]
    [InlineData("--loss.gamma=2", "--loss.gamma=2: expected one of the keys kind, mix, smoothing, got gamma")]
    [InlineData("--loss=mae,cross-entropy --loss.gamma=2", "--loss.gamma=2: expected one of the keys kind, mix, kappa, got gamma")]
    [InlineData("--model=vit-x-4", "--model=vit-x-4: expected one of mlp-HIDDEN, resnet-DEPTH, vgg-DEPTH, vit-PATCH-DIM-DEPTH-HEADS-MLP, wide-resnet-DEPTH-WIDTH, got vit-x-4; did you mean vit-b-4?")]
    [InlineData("--epochs=0", "--epochs=0: expected a whole number from 1 to 100000, got 0")]
    [InlineData("--seeds=0,0", "--seeds=0,0: expected every seed once, got 0 again")]
    [InlineData("--name=Mine", "--name=Mine: expected lower-case letters and digits with hyphens between, such as mnist-small, got \"Mine\"")]
    [InlineData("--dataset=cifar11", "--dataset=cifar11: expected one of cifar10, cifar100, fashion-mnist, glyphs, image-folder, kmnist, mnist, got cifar11; did you mean cifar10?")]
    [InlineData("--dataset=image-folder", "--data.path: expected text, got nothing; the key is required")]
    [InlineData("--model=resnet-19", "--model=resnet-19: depth: expected 18 or 34 or 50, got 19")]
    [InlineData("--model=wide-resnet-15-2", "--model=wide-resnet-15-2: depth: expected 6 n + 4 layers, such as 10 or 16, got 15")]
    [InlineData("--model=resent-18", "--model=resent-18: expected one of mlp-HIDDEN, resnet-DEPTH, vgg-DEPTH, vit-PATCH-DIM-DEPTH-HEADS-MLP, wide-resnet-DEPTH-WIDTH, got resent-18; did you mean resnet-18?")]
    [InlineData("--model=resnet-18-2", "--model=resnet-18-2: expected one of mlp-HIDDEN, resnet-DEPTH, vgg-DEPTH, vit-PATCH-DIM-DEPTH-HEADS-MLP, wide-resnet-DEPTH-WIDTH, got resnet-18-2")]
    [InlineData("--model=ufm", "--model=ufm: expected one of mlp-HIDDEN")]
    [InlineData("--training.optimizer=adam", "--training.optimizer.learning-rate: expected a number from 1e-12 to 1000, got nothing; the key is required")]
    [InlineData("--training.optimizer=adan", "--training.optimizer=adan: expected one of adam-LEARNING-RATE, adamw-LEARNING-RATE, sgd-LEARNING-RATE, got adan; did you mean adam?")]
    public void AnErrorIsNamedAsItWasTyped(string options, string message)
    {
        var error = Assert.Throws<UserErrorException>(() => Compose(options.Split(' '))).Message;

        Assert.StartsWith(message, error.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsMissingIsNamedTogetherWithWhatItMayBe() => Assert.Equal(
        """
        --dataset: expected one of cifar10, cifar100, fashion-mnist, glyphs, image-folder, kmnist, mnist, got nothing
        --epochs: expected a value, as in --epochs=100, got nothing
        --loss: expected one of cross-entropy, focal-GAMMA, mae-KAPPA, rescaled-mse-K-M, scaled-mse-KAPPA, smooth-l1-BETA-KAPPA, squentropy, got nothing
        --model: expected one of mlp-HIDDEN, resnet-DEPTH, vgg-DEPTH, vit-PATCH-DIM-DEPTH-HEADS-MLP, wide-resnet-DEPTH-WIDTH, got nothing
        --name: expected a value, as in --name=mine, got nothing
        5 errors; experiments/README.md explains every key
        """,
        Assert.Throws<UserErrorException>(() => NewExperiment.Of([])).Message);

    private static bool SameText(ModelSpec a, ModelSpec b) => SchemaOf.Cell.At(["model"]).Single() is var schema
        && schema.Write(a, brief: true).ToJsonString() == schema.Write(b, brief: true).ToJsonString();

    private static IEnumerable<string> Declared<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract)
        .Select(t => t.GetCustomAttribute<KindAttribute>()!.Name);

    /// <summary>Something for the required keys of a kind that no value is usual for.</summary>
    private static IEnumerable<string> Unusual(string path, string kind) => NewOptions.Kinds(path).Single(k => k.Kind == kind).Keys
        .Where(key => key.Required && !key.Property.IsDefined(typeof(UsualAttribute)))
        .Select(key => $"--{path}.{key.Name}={(key.Schema is TextSchema ? "pictures" : "1000")}");
}
