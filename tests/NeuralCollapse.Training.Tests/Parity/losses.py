"""Every loss and its gradient from its formula alone, against a target distribution over the classes, one row for each sample."""

import numpy as np
import torch
from formula import uniform

SAMPLES, CLASSES = 6, 4
LABELS, PARTNERS = [0, 1, 2, 3, 1, 0], [3, 0, 4, 2, 5, 1]
LAMBDAS = {"one": [0.3], "each": [0.3, 0.9, 0.0, 1.0, 0.55, 0.72]}


def log_p(z):
    return z - z.exp().sum(1, keepdim=True).log()


def huber(r, beta):
    return torch.where(r.abs() < beta, r * r / (2 * beta), r.abs() - beta / 2)


LOSSES = {  # of logits z and targets t, both N x C: N losses
    "cross-entropy": lambda z, t: -(t * log_p(z)).sum(1),
    "cross-entropy-smoothed": lambda z, t: -((0.9 * t + 0.1 / CLASSES) * log_p(z)).sum(1),
    "focal": lambda z, t: -(t * (1 - log_p(z).exp()) ** 3 * log_p(z)).sum(1),
    "squentropy": lambda z, t: -(t * log_p(z)).sum(1) + ((1 - t) * z**2).sum(1) / (CLASSES - 1),
    "scaled-mse": lambda z, t: ((z - 5 * t) ** 2).mean(1),
    "rescaled-mse": lambda z, t: ((1 + 4 * t) * (z - 7 * t) ** 2).mean(1),  # k = 5, m = 7
    "mae": lambda z, t: (z - 2 * t).abs().mean(1),
    "smooth-l1": lambda z, t: huber(z - 2 * t, 0.5).mean(1),
}


def cases():
    """What is mixed how; then the value and its gradient with respect to the logits, N x C."""
    own, other = torch.eye(CLASSES, dtype=torch.float64)[LABELS], torch.eye(CLASSES, dtype=torch.float64)[LABELS][PARTNERS]
    for name, loss in LOSSES.items():
        ways = {("nothing", "one"): lambda z, share: loss(z, own)}
        for lambdas in LAMBDAS:
            ways["loss", lambdas] = lambda z, share: share * loss(z, own) + (1 - share) * loss(z, other)
            ways["target", lambdas] = lambda z, share: loss(z, share[:, None] * own + (1 - share[:, None]) * other)
        for (mix, lambdas), way in ways.items():
            z = torch.from_numpy(4 * uniform("logits", SAMPLES * CLASSES).reshape(SAMPLES, CLASSES)).requires_grad_()
            share = torch.tensor(np.broadcast_to(LAMBDAS[lambdas], SAMPLES).copy(), dtype=torch.float64)
            value = way(z, share).mean()
            value.backward()
            yield f"{name}, mix {mix}, lambda {lambdas}", [value.item(), *z.grad.flatten().tolist()]
