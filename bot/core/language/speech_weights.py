"""Weights that tell speech from titles between quotation marks.

Logistic regression over the marked stretches of German Wikinews, train part (Petersen-Frey and
Biemann 2024, annotations CC BY-NC-SA 4.0, text CC BY): only these coefficients come from it.
"""

from __future__ import annotations

DIRECT_BIAS = -1.9
DIRECT_WEIGHTS: dict[str, float] = {
    "after als": 0.7,
    "after bracket": -0.6,
    "after colon": 0.5,
    "after comma": -0.4,
    "after determiner": -0.5,
    "after noun": -0.8,
    "after preposition": -0.6,
    "after small": -0.8,
    "after so called": -0.4,
    "after title noun": -1.1,
    "at start": 0.6,
    "before bracket": -1.0,
    "before comma": 0.4,
    "before dash": -0.5,
    "before end": 1.3,
    "before noun": -1.1,
    "before open bracket": -0.8,
    "frame act": 0.8,
    "frame act here": 1.0,
    "frame as": 0.1,
    "frame as here": -0.6,
    "frame clause": 0.7,
    "frame clause here": 0.4,
    "frame right after": 1.3,
    "frame say": 1.3,
    "frame say here": 0.1,
    "frame source": 0.7,
    "frame source here": -0.3,
    "frame weak": -0.3,
    "frame weak here": 0.9,
    "goes on": 0.9,
    "inside all capital": -0.2,
    "inside all capital many": -1.3,
    "inside comma": 0.4,
    "inside ends": 1.1,
    "inside ends long": 0.2,
    "inside mostly small": 1.8,
    "inside small start": 1.5,
    "inside small start short": -0.5,
    "source right after": 0.8,
    "subjunctive": 0.2,
    "subjunctive here": 1.6,
    "words 1": -1.5,
    "words 12": 1.0,
    "words 2": -0.9,
    "words 4": -0.8,
    "words 7": -0.1,
    "words long": 0.3,
}
