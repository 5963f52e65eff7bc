"""Numbers that both sides compute alike from a name and an index, so that no weights need storing. Formula.cs is its twin."""

import numpy as np


def uniform(name, count):
    """count numbers in [-0.5, 0.5), multiples of 2^-24: SplitMix64's mixing of (FNV-1a of the name + index of the element)."""
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = (seed ^ byte) * 0x100000001B3 % 2**64
    z = np.arange(count, dtype=np.uint64) + np.uint64(seed)  # modulo 2^64
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(40)).astype(np.float64) / 2**24 - 0.5


def parameter(name, shape):
    """Weights of two axes or more: variance 2 / fan-in. Scales and running variances: around 1. Everything else: around 0."""
    count = int(np.prod(shape))
    values = uniform(name, count)
    if name.endswith("weight") and len(shape) > 1:
        values = values * np.sqrt(24 * shape[0] / count)
    elif name.endswith((".weight", ".running_var")):
        values = 1 + values / 2
    return values.astype(np.float32).reshape(shape)
