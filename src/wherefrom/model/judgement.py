"""The words in which people judge: each means something on its own scale, and nothing on another."""

from typing import Literal

Scale = Literal["reliability", "credibility", "likelihood", "confidence"]
"""Of what a grade is: how far somebody can be relied on, whether what a claim says can be believed, how likely we hold it to be, and how
sure we are of that. Each is kept apart from the others to the end."""

Scheme = Literal["stanag-2511", "fm-2-22.3", "icd-203", "phia", "kent"]
"""Whose words a grade is in. The two of the Admiralty system have the same letters and numbers, and other words for them."""

HypothesisKind = Literal["open", "deception", "honestly-wrong"]
"""What a hypothesis says: anything at all; that a source deceives; that it says what it believes, and is wrong."""

Consistency = Literal["very-inconsistent", "inconsistent", "neither", "consistent", "very-consistent", "not-applicable"]
"""How well evidence goes with a hypothesis. That something has not been rated is none of these: there is no entry then."""

Diagnosticity = Literal["deceiver-too", "preliminary", "state-controlled", "unreliable", "counts"]
"""Why evidence does not tell hypotheses apart: a deceiver would produce it too; it was preliminary; whoever said it was under orders; it
rests on somebody who is not reliable. `counts` takes such a mark back."""

Outcome = Literal["confirmed", "contradicted", "cannot-be-tested", "public-before", "open"]
"""What became of something that somebody disclosed, as a person sees it."""
