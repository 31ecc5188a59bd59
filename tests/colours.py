"""Colours as people see them: roles, contrast (WCAG 2.2), distance (CIELAB), the common kinds of colour-blindness.

Sources: WCAG 2.2, "relative luminance" and "contrast ratio"; IEC 61966-2-1 for sRGB; CIE 15 for CIELAB (white D65);
Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009,
https://doi.org/10.1109/TVCG.2009.113), severity 1.0, applied to linear light.
"""

import numpy as np

_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])
VISIONS = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""What linear light becomes for eyes that lack one kind of cone."""


def linear(colour):
    """Give a colour such as ``"#f7f4ee"`` as linear light."""
    encoded = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def encode(light):
    """Give linear light as a colour."""
    light = np.clip(light, 0, 1)
    encoded = np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in encoded)


def blend(colour, ground, opacity):
    """Give the colour of a translucent layer on a ground, as browsers mix them: encoded."""
    pairs = zip(*([int(one[at : at + 2], 16) for at in (1, 3, 5)] for one in (colour, ground)), strict=True)
    return "#" + "".join(f"{round(opacity * above + (1 - opacity) * below):02x}" for above, below in pairs)


def contrast(one, other):
    """Give the contrast ratio of two colours, 1 to 21."""
    low, high = sorted(float(_TO_XYZ[1] @ linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def seen(colour, vision):
    """Give a colour as eyes of a kind see it."""
    return encode(VISIONS[vision] @ linear(colour))


def lab(colour):
    xyz = _TO_XYZ @ linear(colour) / _WHITE
    root = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def difference(one, other, vision="normal"):
    """Give how far apart two colours are for eyes of a kind: CIE 1976, where about 2 can just be told apart."""
    return float(np.linalg.norm(lab(seen(one, vision)) - lab(seen(other, vision))))
