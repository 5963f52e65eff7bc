"""Writes the fixtures beside this file: see README.md. All arithmetic is float64, of float32 weights."""

import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from formula import parameter, uniform
from losses import cases
from models import CHANNELS, CLASSES, HEIGHT, MODELS, WIDTH

LABELS = [0, 1, 2, 3, 4, 1]


def fixture(build):
    model = build().double()
    tensors = {name: values for name, values in model.state_dict(keep_vars=True).items() if values.is_floating_point()}
    for name, values in tensors.items():
        values.data.copy_(torch.from_numpy(parameter(name, values.shape)))
    shape = (len(LABELS), CHANNELS, HEIGHT, WIDTH)
    images = torch.from_numpy(uniform("pixels", int(np.prod(shape))).reshape(shape) * 4)
    trained = model.train()(images)
    F.cross_entropy(trained, torch.tensor(LABELS)).backward()
    gradients = {name: values.grad.flatten().numpy() for name, values in tensors.items() if values.requires_grad}
    return {
        "logits in training": trained.flatten().tolist(),
        "logits in evaluation": model.eval()(images).flatten().tolist(),
        **{f"gradient of {name}": [float(np.linalg.norm(g)), float(g @ uniform(f"along {name}", g.size))] for name, g in gradients.items()},
    }


def write(name, content):
    lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(values)}" for key, values in content.items())
    Path(__file__).with_name(f"{name}.json").write_text(f"{{\n{lines}\n}}\n")


if __name__ == "__main__":
    torch.set_num_threads(1)
    for name, build in MODELS.items():
        write(name, fixture(build))
    write("losses", dict(cases()))
