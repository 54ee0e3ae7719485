"""Competing explanations weighed: hypotheses in rows, evidence in columns, and no verdict.

That layout reduced confirmation bias (Dhami et al. 2024, N = 161); the classic one of ACH, hypotheses in columns, did not, and ACH as a whole
showed no advantage in other trials (Karvetski & Mandel 2020). So nothing here adds anything up: hypotheses are put in the order of what speaks
against them, from what one person rated for all of them, and what would change that order is told in place of a verdict.

All functions are pure. What nobody rated is None everywhere, and never the middle of the scale (law 8). All echoes of one origin are one
column, so that a copy or a retelling that cites it changes nothing (law 2).
"""

from .agreeing import Agreement, agreements
from .columns import Column, Evidence, Naming, Source, Telling, columns
from .matrix import Cell, Declined, Discount, Hypothesis, Matrix, Question, Rating, Ratings, Weighed, matrix, meant
from .proposing import WORDS, Proposal, proposals
from .ranking import SCALE, Against, Order, Rated, order, tiers
from .turning import Change, Move, changes, turned

__all__ = [
    "SCALE",
    "WORDS",
    "Against",
    "Agreement",
    "Cell",
    "Change",
    "Column",
    "Declined",
    "Discount",
    "Evidence",
    "Hypothesis",
    "Matrix",
    "Move",
    "Naming",
    "Order",
    "Proposal",
    "Question",
    "Rated",
    "Rating",
    "Ratings",
    "Source",
    "Telling",
    "Weighed",
    "agreements",
    "changes",
    "columns",
    "matrix",
    "meant",
    "order",
    "proposals",
    "tiers",
    "turned",
]
