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
            self.convdim = nn.Conv2d(inputs, outputs, 1, stride, bias=False)

    def forward(self, x):
        o1 = F.relu(self.bn1(x))
        o2 = self.conv2(F.relu(self.bn2(self.conv1(o1))))
        return o2 + (self.convdim(o1) if hasattr(self, "convdim") else x)


class WideResNet(nn.Module):
    def __init__(self, depth, width, channels, classes):
        super().__init__()
        self.conv0 = nn.Conv2d(channels, 16, 3, 1, 1, bias=False)
        n, inputs = (depth - 4) // 6, 16
        for group, planes in enumerate((16, 32, 64)):
            blocks = nn.Sequential()
            for i in range(n):
                blocks.append(Block(inputs, planes * width, 2 if group > 0 and i == 0 else 1))
                inputs = planes * width
            setattr(self, f"group{group}", blocks)
        self.bn = nn.BatchNorm2d(inputs)
        self.fc = nn.Linear(inputs, classes)

    def forward(self, x):
        x = self.group2(self.group1(self.group0(self.conv0(x))))
        return self.fc(F.relu(self.bn(x)).flatten(2).mean(2))
