"""What a training step of PyTorch takes: the same networks, images, loss and optimizer as bench's own, at one thread.

    peer.py steps --model=wide-resnet-16-2 --steps=50    one line of JSON: CPU and wall seconds of a step, bytes of memory
    peer.py loss --model=wide-resnet-16-2                the loss of formula weights on formula images
    peer.py train --seed=0                               one training of the sweep, with a loader and torchvision's transforms
"""

import argparse
import json
import os
import resource
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../NeuralCollapse.Training.Tests/Parity"))

import formula
import models
import numpy as np
import torch
import torchvision
from PIL import Image
from torch.nn import functional as F
from torch.utils.data import DataLoader
from torchvision import transforms
from wide_resnet import WideResNet

CLASSES = 10
CIFAR, MNIST = (3, 32, 32), (1, 28, 28)
WORKLOADS = {
    "wide-resnet-16-2": (CIFAR, lambda: WideResNet(16, 2, 3, CLASSES)),
    "wide-resnet-10-1": (MNIST, lambda: WideResNet(10, 1, 1, CLASSES)),
    "resnet-18": (CIFAR, lambda: models.residual(torchvision.models.resnet18)),
    "vit": (CIFAR, lambda: models.Vit(4, 192, 6, 3, 768)),
    "mlp": (MNIST, lambda: models.Mlp(512, 512)),
}
STEPS_IN_AN_EPOCH = 50


def build(name):
    shape, network = WORKLOADS[name]
    (models.CHANNELS, models.HEIGHT, models.WIDTH), models.CLASSES = shape, CLASSES
    return shape, network()


def images(shape, count, device):
    pixels = np.floor((formula.uniform("train", count * int(np.prod(shape))) + 0.5) * 256).astype(np.uint8)
    pixels = torch.from_numpy(pixels.reshape(count, *shape)).to(device)
    values = pixels.double() / 255
    return pixels, torch.arange(count, device=device) % CLASSES, values.mean((0, 2, 3)), values.var((0, 2, 3), unbiased=False).sqrt()


def memory():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def steps(name, batch, count, device, layout):
    shape, network = build(name)
    network = network.to(device, memory_format=layout)
    pixels, labels, mean, deviation = images(shape, batch * min(count, STEPS_IN_AN_EPOCH), device)
    mean, scale = (255 * mean).float().view(-1, 1, 1), (1 / (255 * deviation)).float().view(-1, 1, 1)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01, momentum=0.9, weight_decay=5e-4)
    random = np.random.default_rng(0)
    on_gpu = device != "cpu"
    first, at_100, total = (STEPS_IN_AN_EPOCH if on_gpu else max(1, min(count // 4, STEPS_IN_AN_EPOCH // 5))), 0, torch.zeros((), device=device)
    for step in range(1, count + 1):
        if (step - 1) % STEPS_IN_AN_EPOCH == 0:
            order = torch.from_numpy(random.permutation(len(pixels))).to(device)
        places = order[(step - 1) % STEPS_IN_AN_EPOCH * batch :][:batch]
        x = pixels[places].float().sub_(mean).mul_(scale).contiguous(memory_format=layout)
        y = labels[places]
        share, partner = random.beta(1, 1), torch.from_numpy(random.permutation(batch)).to(device)
        logits = network(x * share + x[partner] * (1 - share))
        loss = share * F.cross_entropy(logits, y) + (1 - share) * F.cross_entropy(logits, y[partner])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        total += loss.detach()
        if not on_gpu or step % STEPS_IN_AN_EPOCH == 0:
            total.item()
        if step == first:
            cpu, wall = time.process_time(), time.perf_counter()
        if step == 100:
            at_100 = memory()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(json.dumps({
        "CpuSecondsPerStep": cpu / (count - first),
        "SecondsPerStep": wall / (count - first),
        "BytesAt": [at_100, memory()],
        "PeakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }))


def loss(name, device):
    shape, network = build(name)
    state = {key: value if value.dtype == torch.int64 else torch.from_numpy(formula.parameter(key, tuple(value.shape)))
             for key, value in network.state_dict().items()}
    network.load_state_dict(state)
    network = network.to(device).eval()
    pixels, labels, mean, deviation = images(shape, 20, device)
    x = ((pixels.double() / 255 - mean.view(-1, 1, 1)) / deviation.view(-1, 1, 1)).float()
    with torch.no_grad():
        print(F.cross_entropy(network(x), labels).item())


def train(seed):
    """As people write it: images one by one through transforms, in batches by a loader."""
    torch.manual_seed(seed)
    shape, network = build("wide-resnet-10-1")
    network = network.to(memory_format=torch.channels_last)
    pixels, labels, mean, deviation = images(shape, 2000, "cpu")
    transform = transforms.Compose([transforms.RandomCrop(28, padding=4), transforms.ToTensor(), transforms.Normalize(mean.tolist(), deviation.tolist())])
    data = [(Image.fromarray(image[0].numpy()), label.item()) for image, label in zip(pixels, labels)]
    loader = DataLoader(Transformed(data, transform), batch_size=50, shuffle=True)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.05, momentum=0.9)
    random = np.random.default_rng(seed)
    for _ in range(3):
        for x, y in loader:
            x = x.contiguous(memory_format=torch.channels_last)
            share, partner = random.beta(1, 1), torch.randperm(len(x))
            logits = network(x * share + x[partner] * (1 - share))
            loss = share * F.cross_entropy(logits, y) + (1 - share) * F.cross_entropy(logits, y[partner])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
    print(loss.item())


class Transformed:
    def __init__(self, data, transform):
        self.data, self.transform = data, transform

    def __len__(self):
        return len(self.data)

    def __getitem__(self, place):
        image, label = self.data[place]
        return self.transform(image), label


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["steps", "loss", "train"])
    parser.add_argument("--model", choices=WORKLOADS)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--layout", choices=["channels_last", "contiguous_format"], default="channels_last")
    given = parser.parse_args()
    torch.set_num_threads(1)
    if given.command == "loss":
        loss(given.model, given.device)
    elif given.command == "train":
        train(given.seed)
    else:
        steps(given.model, given.batch, given.steps, given.device, getattr(torch, given.layout))


main()
