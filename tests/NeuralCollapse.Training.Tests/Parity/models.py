"""The networks, from PyTorch's and torchvision's own parts where they have them, and our name for each of their parameters."""

import torch
import torchvision
from torch import nn
from wide_resnet import WideResNet

CHANNELS, HEIGHT, WIDTH, CLASSES = 3, 16, 12, 5


class Vit(nn.Module):
    def __init__(self, patch, dim, depth, heads, mlp):
        super().__init__()
        self.patches = nn.Conv2d(CHANNELS, dim, patch, patch)
        self.token = nn.Parameter(torch.zeros(1, 1, dim))
        self.positions = nn.Parameter(torch.zeros(1, 1 + (HEIGHT // patch) * (WIDTH // patch), dim))
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(dim, heads, mlp, 0.0, "gelu", 1e-6, batch_first=True, norm_first=True) for _ in range(depth))
        self.norm = nn.LayerNorm(dim, 1e-6)
        self.fc = nn.Linear(dim, CLASSES)

    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(len(x), -1, -1), x], 1) + self.positions
        for layer in self.layers:
            x = layer(x)
        return self.fc(self.norm(x)[:, 0])


def residual(build):
    model = build(num_classes=CLASSES)
    model.conv1 = nn.Conv2d(CHANNELS, 64, 3, 1, 1, bias=False)
    model.maxpool = nn.Identity()
    return model


def mlp(*hidden):
    layers, inputs = [nn.Flatten()], CHANNELS * HEIGHT * WIDTH
    for units in hidden:
        layers += [nn.Linear(inputs, units, bias=False), nn.BatchNorm1d(units), nn.ReLU()]
        inputs = units
    return nn.Sequential(*layers, nn.Linear(inputs, CLASSES))


WIDE = [(r"^conv0\.", "stem."), (r"^bn\.", "norm."), (r"\.bn", ".norm"), (r"\.convdim\.", ".shortcut.")] + [
    (rf"^group{g}\.(\d+)", rf"blocks.group{g + 1}-block\1") for g in range(3)]
RESIDUAL = [(r"^conv1\.", "stem."), (r"^bn1\.", "norm."), (r"\.bn", ".norm"), (r"^layer(\d)\.(\d+)", r"blocks.group\1-block\2"),
            (r"\.downsample\.0", ".shortcut.conv"), (r"\.downsample\.1", ".shortcut.norm")]
VIT = [(r"^patches\.", "embedding.projection."), (r"^(token|positions)", r"embedding.\1"), (r"^layers\.", "blocks.block"),
       (r"self_attn\.in_proj_", "projections."), (r"self_attn\.out_proj", "merge"), (r"linear1", "expand"), (r"linear2", "contract")]
MLP = [(r"^1\.", "layers.linear0."), (r"^2\.", "layers.norm0."), (r"^4\.", "layers.linear1."), (r"^5\.", "layers.norm1."), (r"^7\.", "fc.")]

MODELS = {
    "wide-resnet-10-1": (lambda: WideResNet(10, 1, CHANNELS, CLASSES), WIDE),
    "wide-resnet-16-2": (lambda: WideResNet(16, 2, CHANNELS, CLASSES), WIDE),
    "resnet-18": (lambda: residual(torchvision.models.resnet18), RESIDUAL),
    "resnet-50": (lambda: residual(torchvision.models.resnet50), RESIDUAL),
    "vit": (lambda: Vit(4, 32, 2, 4, 64), VIT),
    "mlp": (lambda: mlp(30, 20), MLP),
}
