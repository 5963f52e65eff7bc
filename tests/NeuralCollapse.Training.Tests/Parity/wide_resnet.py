"""Wide residual network of basic blocks B(3,3), after Zagoruyko and Komodakis 2016, table 1 and figure 1 (a) with pre-activation."""

import torch
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(inputs)
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        if inputs != outputs or stride > 1:
            self.downsample = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False))

    def forward(self, x):
        o1 = F.relu(self.bn1(x))
        o2 = self.conv2(F.relu(self.bn2(self.conv1(o1))))
        return o2 + (self.downsample(o1) if hasattr(self, "downsample") else x)


class WideResNet(nn.Module):
    def __init__(self, depth, width, channels, classes):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, 16, 3, 1, 1, bias=False)
        n, inputs = (depth - 4) // 6, 16
        for layer, planes in enumerate((16, 32, 64), start=1):
            blocks = nn.Sequential()
            for i in range(n):
                blocks.append(Block(inputs, planes * width, 2 if layer > 1 and i == 0 else 1))
                inputs = planes * width
            setattr(self, f"layer{layer}", blocks)
        self.bn1 = nn.BatchNorm2d(inputs)
        self.fc = nn.Linear(inputs, classes)

    def forward(self, x):
        x = self.layer3(self.layer2(self.layer1(self.conv1(x))))
        return self.fc(F.relu(self.bn1(x)).flatten(2).mean(2))
