"""Computes every number that report.json lists, from the recorded files alone, and compares it with its printed digits.

    recompute.py RESULTS REPORT.json

NumPy does the arithmetic. The tails of Student's t and Fisher's F are an incomplete beta function that is integrated here, so that nothing
is shared with the program that made the report. Ends with 0 when all agree, else with 1 and a line for each that does not.
"""

import csv
import functools
import json
import math
import pathlib
import re
import sys

import numpy as np

ROOT = pathlib.Path(sys.argv[1])
INDEX = json.loads(pathlib.Path(sys.argv[2]).read_text())


# ---- distributions ----------------------------------------------------------------------------------------------------------------

NODES, WEIGHTS = np.polynomial.legendre.leggauss(400)


def beta_below(x, a, b):
    """The regularised incomplete beta function I_x(a, b), by Gauss-Legendre after t = sin^2 u, which takes away its poles."""
    if x <= 0 or x >= 1:
        return float(x >= 1)

    def integral(to):
        u = to / 2 * (NODES + 1)
        with np.errstate(divide="ignore"):
            log = (2 * a - 1) * np.log(np.sin(u)) + (2 * b - 1) * np.log(np.cos(u))
        return to / 2 * np.sum(WEIGHTS * 2 * np.exp(log - shift))

    # The largest of the integrand's logarithm is taken out, or powers of small numbers would be 0.
    grid = np.linspace(1e-9, math.pi / 2 - 1e-9, 20001)
    shift = np.max((2 * a - 1) * np.log(np.sin(grid)) + (2 * b - 1) * np.log(np.cos(grid)))
    return integral(math.asin(math.sqrt(x))) / integral(math.pi / 2)


def t_above(t, freedom):
    """P(T >= t)."""
    if math.isinf(t):
        return 0.0 if t > 0 else 1.0
    tail = beta_below(freedom / (freedom + t * t), freedom / 2, 0.5) / 2
    return tail if t >= 0 else 1 - tail


def f_above(f, first, second):
    return 0.0 if math.isinf(f) else beta_below(second / (second + first * f), second / 2, first / 2)


@functools.lru_cache(None)
def t_quantile(level, freedom):
    """The t beyond which, on both sides together, 1 - level lies."""
    low, high = 0.0, 1e6
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if 2 * t_above(middle, freedom) > 1 - level else (low, middle)
    return (low + high) / 2


# ---- recorded values --------------------------------------------------------------------------------------------------------------

@functools.lru_cache(None)
def rows(experiment, cell, file):
    with open(ROOT / experiment / "cells" / cell / file, newline="") as text:
        return list(csv.DictReader(text))


def value(series, cell, epoch):
    lines = rows(series["experiment"], cell, series["file"])
    epoch = str(epoch) if epoch is not None else lines[-1]["epoch"]
    lines = [line for line in lines if line["epoch"] == epoch]
    if "lambda" in series:
        lines = [line for line in lines if float(line["lambda"]) == series["lambda"]]
    elif series["file"] == "lambda.csv":  # the mean over lambda, where there is a value
        return np.nanmean([float(line[series["column"]]) for line in lines])
    (line,) = lines
    top, *bottom = series["column"].split("/")
    return float(line[top]) / float(line[bottom[0]]) if bottom else float(line[top])


def values(series):
    """One value for each seed; of a ratio its logarithm."""
    ratio = series.get("compare") == "ratio"

    def mean(cells, epoch):
        found = np.array([value(series, cell, epoch) for cell in cells])
        return np.log(found).mean() if ratio else found.mean()

    of = np.array([mean(cells, series.get("epoch")) for cells in series["of"]])
    if "compare" in series:
        of = of - np.array([mean(cells, series.get("against-epoch")) for cells in series["against"]])
    return of * series.get("factor", 1)


def estimate(series):
    """Centre, standard error and number of seeds; of a ratio those of its logarithm."""
    found = values(series)
    n = len(found)
    return found.mean(), found.std(ddof=1) / math.sqrt(n) if n > 1 else math.nan, n


def end(series, sign, level=0.95):
    centre, error, n = estimate(series)
    return centre + sign * t_quantile(level, n - 1) * error


def raised(series, number):
    return math.exp(number) if series.get("compare") == "ratio" else number


# ---- statistics -------------------------------------------------------------------------------------------------------------------

def side(series):
    """Where the interval of a ratio lies against 1."""
    return "above 1" if end(series, -1) > 0 else "below 1" if end(series, 1) < 0 else "open"


def equivalence(of_error, centre, low, high, freedom):
    """The larger p of the two one-sided tests, and that of the difference from an end."""
    def distance(to):
        return (centre - to) / of_error if of_error > 0 else math.copysign(math.inf, centre - to) if centre != to else 0.0
    inside = max(t_above(distance(low), freedom) if math.isfinite(low) else 0, t_above(-distance(high), freedom) if math.isfinite(high) else 0)
    return inside, distance


def verdict(measured, predicted, margin=0.05):
    difference = values(measured) - values(predicted)
    n = len(difference)
    if n < 3:
        return "undecided"
    centre, error = difference.mean(), difference.std(ddof=1) / math.sqrt(n)
    inside, distance = equivalence(error, centre, -margin, margin, n - 1)
    if abs(centre) <= margin and inside <= 0.05:
        return "agrees"
    away = 2 * t_above(abs(distance(math.copysign(margin, centre))), n - 1)
    return "fails" if abs(centre) > margin and away <= 0.05 else "undecided"


def theory(series):
    """The verdict of each combination: series come as measured and predicted, two for each comparison of the same cells."""
    groups, before = [], set()
    for measured, predicted in zip(series[::2], series[1::2]):
        cells = {(measured["experiment"], cell) for seed in measured["of"] for cell in seed}
        if not cells & before:
            groups.append([])
        groups[-1].append(verdict(measured, predicted))
        before = cells
    worst = [next(kind for kind in ("fails", "undecided", "agrees") if kind in kinds) for kinds in groups]
    return {"groups": len(worst), **{kind: worst.count(kind) for kind in ("agrees", "fails", "undecided")}}


def outcomes(family):
    """How each prediction of an experiment fares, Holm's correction over all of them."""
    key = json.dumps(family)
    if key not in FARES:
        FARES[key] = judged(family)
    return FARES[key]


FARES = {}


def judged(family):
    leanings = []
    for point in family:
        met, p = True, 1.0
        if point["series"] is not None:
            series = INDEX["series"][point["series"]]
            centre, error, n = estimate(series)
            ratio = series.get("compare") == "ratio"
            low, high = (point["at-least"], point["at-most"])
            margin = point["margin"]
            if ratio:
                low = -math.inf if low is None else math.log(low / (1 + margin)) if low > 0 else -math.inf
                high = math.inf if high is None else math.log(high * (1 + margin))
            else:
                low = -math.inf if low is None else low - margin
                high = math.inf if high is None else high + margin
            inside, distance = equivalence(error, centre, low, high, n - 1)
            met = low <= centre <= high
            if n >= max(3, point["seeds"]):
                p = inside if met else 2 * t_above(abs(distance(low if centre < low else high)), n - 1)
            else:
                met = None
        else:
            met = None
        leanings.append((met, p))
    order = sorted(range(len(family)), key=lambda i: leanings[i][1])
    corrected, running = [0.0] * len(family), 0.0
    for rank, i in enumerate(order):
        running = max(running, min(1.0, (len(family) - rank) * leanings[i][1]))
        corrected[i] = running
    result = []
    for point, (met, _), p in zip(family, leanings, corrected):
        testable = point["series"] is not None or point["recorded"] < max(3, point["seeds"])  # else what is predicted does not exist
        for condition in point["testable"]:
            of = INDEX["series"][condition["series"]]
            if point["recorded"] == 0:
                continue
            mean = values(of).mean() if of["of"] else math.nan
            testable &= (condition["at-least"] is None or mean >= condition["at-least"]) and (condition["at-most"] is None or mean <= condition["at-most"]) and not math.isnan(mean)
        result.append("not testable" if not testable else "undecided" if met is None or p > 0.05 else "met" if met else "not met")
    return result


def variance(analysis, effect):
    """Parts of a full factorial analysis with seeds as blocks, by projection onto indicator columns rather than by sums over subsets."""
    def recorded(cell):
        return float(rows(analysis["experiment"], cell, "metrics.csv")[-1][analysis["column"]])
    cells = analysis["cells"]
    y = np.array([recorded(cell["cell"]) for cell in cells])
    y = np.log(y) if analysis["logarithm"] else y
    n = len(y)

    def indicators(keys):
        names = sorted(set(keys))
        return np.array([[float(key == name) for name in names] for key in keys])

    def residual(matrices):
        x = np.hstack([np.ones((n, 1))] + matrices)
        fitted = x @ np.linalg.lstsq(x, y, rcond=None)[0]
        return float(((y - fitted) ** 2).sum()), np.linalg.matrix_rank(x)

    def key(names):
        at = [analysis["factors"].index(name) for name in names]
        return [tuple(cell["levels"][i] for i in at) for cell in cells]

    seeds = indicators([cell["seed"] for cell in cells])
    rest, rank = residual([indicators(key(analysis["factors"])), seeds])
    freedom = n - rank
    total = float(((y - y.mean()) ** 2).sum())
    without_seeds, without_rank = residual([seeds])
    blocks, block_freedom = total - without_seeds, without_rank - 1
    # What the effect explains beyond all effects of fewer of its factors.
    smaller = [indicators(key([name for name in effect if name != left])) for left in effect] if len(effect) > 1 else []
    before, rank_before = residual(smaller)
    after, rank_after = residual(smaller + [indicators(key(effect))])
    squares, df = before - after, rank_after - rank_before
    f = (squares / df) / (rest / freedom)
    return {
        "df": df, "residual-df": freedom, "F": f, "p": f_above(f, df, freedom), "eta": squares / (squares + rest),
        "omega": (squares - df * rest / freedom) / (total + blocks / block_freedom),
    }


def rank_correlation(x, y):
    def ranks(of):
        return np.array([np.sum(of < one) + (np.sum(of == one) - 1) / 2 for one in of])
    return float(np.corrcoef(ranks(x), ranks(y))[0, 1])


def pairs(statistic, series):
    """Of cells with two values: the first half of the series has the first, the second half the second."""
    half = len(series) // 2
    x, y = (np.concatenate([values(one) for one in part]) for part in (series[:half], series[half:]))
    near = x <= 0.1
    return {
        "count": len(x), "near": near.sum(), "far": (~near).sum(), "spearman": rank_correlation(x, y),
        "median near": np.median(y[near]) if near.any() else math.nan, "median far": np.median(y[~near]) if (~near).any() else math.nan,
    }[statistic]


def cells(number):
    experiment, of = number["experiment"], number["cells"]
    plan = json.loads((ROOT / experiment / "plan.json").read_text())["cells"] if experiment else []
    if number["statistic"] == "recorded":
        folders = [ROOT / experiment / "cells"] if experiment else [folder / "cells" for folder in ROOT.iterdir() if folder.is_dir()]
        return sum(any((folder / cell / "cell.json").exists() for folder in folders) for cell in of)
    if number["statistic"] == "hours":
        return sum(json.loads((ROOT / experiment / "cells" / cell / "environment.json").read_text())["total-seconds"] for cell in of) / 3600
    behind = set(number.get("cells") or [cell["id"] for cell in plan])
    return {"planned": len(plan), "seeds": len({cell["seed"] for cell in plan if cell["id"] in behind})}[number["statistic"]]


def recomputed(number):
    statistic = number["statistic"]
    if "analysis" in number:
        return variance(INDEX["analyses"][number["analysis"]], number["effect"])[statistic]
    if "predictions" in number:
        fare = [outcomes(INDEX["predictions"][of["family"]])[point] for of in number["predictions"] for point in of["points"]]
        return len(fare) if statistic == "predictions" else fare.count(statistic)
    if "series" not in number:
        return cells(number)
    series = [INDEX["series"][one] for one in number["series"]]
    if statistic in ("count", "near", "far", "median near", "median far", "spearman"):
        return pairs(statistic, series)
    if statistic in ("groups", "agrees", "fails", "undecided"):
        return theory(series)[statistic]
    if statistic == "miss":
        return abs((values(series[0]) - values(series[1])).mean())
    if statistic == "all":
        return len(series)
    if statistic in ("above 1", "below 1", "open"):
        return sum(side(one) == statistic for one in series)
    if statistic in ("above 0", "below 0"):
        return sum((end(one, -1) > 0) if statistic == "above 0" else (end(one, 1) < 0) for one in series)
    if statistic in ("smallest", "largest"):
        return (min if statistic == "smallest" else max)(value for one in series for value in values(one))
    if statistic == "mean of means":
        return np.mean([values(one).mean() for one in series])
    if statistic in ("least", "most"):
        return (min if statistic == "least" else max)(raised(one, estimate(one)[0]) for one in series)
    (one,) = series
    return {
        "mean": lambda: raised(one, estimate(one)[0]),
        "low": lambda: raised(one, end(one, -1)),
        "high": lambda: raised(one, end(one, 1)),
        "deviation": lambda: values(one).std(ddof=1),
        "n": lambda: len(one["of"]),
    }[statistic]()


def agrees(text, number, may_end_in_zeros):
    """Whether a printed number is a recomputed one, rounded to its last digit; zeros at the end of 12300 may stand for digits left out."""
    if text == "< 0.001":
        return number < 0.001
    if text in ("nan", "inf", "-inf"):
        return float(text) == number or (text == "nan" and math.isnan(number))
    match = re.fullmatch(r"(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?", text)
    if not match or not math.isfinite(number):
        return False
    unit = 10.0 ** (int(match[3] or 0) - len(match[2] or ""))
    if may_end_in_zeros and match[2] is None and match[3] is None and len(match[1].lstrip("-")) > 3:
        unit = 10.0 ** (len(match[1]) - len(match[1].rstrip("0")))
    return abs(float(text) - number) <= unit * 0.5 * (1 + 1e-6) + 1e-12 * abs(number)


def main():
    wrong = 0
    for number in INDEX["numbers"]:
        try:
            found = recomputed(number)
        except (KeyError, ValueError, FileNotFoundError, ZeroDivisionError) as error:
            found = math.nan
            print(f"{number['at']}: {number['statistic']}: {type(error).__name__}: {error}")
        if not agrees(number["text"], float(found), number["statistic"] in ("least", "most")):
            wrong += 1
            print(f"{number['at']}: {number['statistic']}: printed {number['text']}, recomputed {found}")
    print(f"{len(INDEX['numbers'])} numbers, {wrong} differ")
    return 1 if wrong or not INDEX["numbers"] else 0


sys.exit(main())
