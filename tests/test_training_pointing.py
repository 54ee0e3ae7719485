"""The weights that tell whom a mention means are those that make the marked truths likeliest."""

from training.pointing import Choice, chosen, fitted, share


def choice(*candidates: dict[str, float], right: set[int]) -> Choice:
    return Choice("IT", candidates, frozenset(right), 1)


LEARNT = [
    *[choice({"near": 1.0}, {"near": 0.0}, right={0}) for _ in range(30)],
    *[choice({"near": 0.0}, {"near": 1.0}, right={1}) for _ in range(30)],
    *[choice({"near": 0.0}, right=set()) for _ in range(30)],
]


def test_what_goes_with_the_truth_gets_weight_and_what_goes_with_none_makes_nobody_likely() -> None:
    weights = fitted(LEARNT, {})
    assert weights["near"] > 1.0
    assert weights["any"] < 0.0
    assert share(LEARNT, weights) == 100.0


def test_a_weight_that_is_held_stays_out_of_the_fit_and_is_reckoned_with() -> None:
    weights = fitted(LEARNT, {"near": 5.0})
    assert "near" not in weights
    assert weights["any"] < 0.0


def test_a_mention_without_candidates_is_right_as_nobody() -> None:
    assert chosen(choice(right=set()), {})
    assert not chosen(choice({"near": 1.0}, right=set()), {"near": 1.0})
