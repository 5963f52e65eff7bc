"""The networks, from PyTorch's and torchvision's own parts where they have them. Their parameters have the names that ours have."""

from collections import OrderedDict
from functools import partial

import torch
import torchvision
from torch import nn
from torchvision.models.vision_transformer import Encoder
from wide_resnet import WideResNet

CHANNELS, HEIGHT, WIDTH, CLASSES = 3, 16, 12, 5


class Vit(nn.Module):
    """torchvision's VisionTransformer, but for images that need not be square."""

    def __init__(self, patch, dim, depth, heads, mlp):
        super().__init__()
        self.class_token = nn.Parameter(torch.zeros(1, 1, dim))
        self.conv_proj = nn.Conv2d(CHANNELS, dim, patch, patch)
        tokens = 1 + (HEIGHT // patch) * (WIDTH // patch)
        self.encoder = Encoder(tokens, depth, heads, dim, mlp, 0.0, 0.0, partial(nn.LayerNorm, eps=1e-6))
        self.heads = nn.Sequential(OrderedDict(head=nn.Linear(dim, CLASSES)))

    def forward(self, x):
        x = self.conv_proj(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.class_token.expand(len(x), -1, -1), x], 1)
        return self.heads(self.encoder(x)[:, 0])


class Vgg(nn.Module):
    """torchvision's features, but for the pooling after the last stage, and one linear layer."""

    def __init__(self, build):
        super().__init__()
        self.features = build().features[:-1]
        for layer in self.features:
            layer.ceil_mode = True  # of the pooling: no image is too small
            if isinstance(layer, nn.Conv2d):
                layer.bias = None  # which batch norm would take away again
        self.classifier = nn.Linear(512, CLASSES)

    def forward(self, x):
        return self.classifier(self.features(x).mean((2, 3)))


class Mlp(nn.Module):
    def __init__(self, *hidden):
        super().__init__()
        layers, inputs = [], CHANNELS * HEIGHT * WIDTH
        for units in hidden:
            layers += [nn.Linear(inputs, units, bias=False), nn.BatchNorm1d(units), nn.ReLU()]
            inputs = units
        self.layers = nn.Sequential(*layers)
        self.fc = nn.Linear(inputs, CLASSES)

    def forward(self, x):
        return self.fc(self.layers(x.flatten(1)))


def residual(build):
    model = build(num_classes=CLASSES)
    model.conv1 = nn.Conv2d(CHANNELS, 64, 3, 1, 1, bias=False)
    model.maxpool = nn.Identity()
    return model


MODELS = {
    "wide-resnet-10-1": lambda: WideResNet(10, 1, CHANNELS, CLASSES),
    "wide-resnet-16-2": lambda: WideResNet(16, 2, CHANNELS, CLASSES),
    "resnet-18": lambda: residual(torchvision.models.resnet18),
    "resnet-50": lambda: residual(torchvision.models.resnet50),
    "vgg-11": lambda: Vgg(torchvision.models.vgg11_bn),
    "vit": lambda: Vit(4, 32, 2, 4, 64),
    "mlp": lambda: Mlp(30, 20),
}
