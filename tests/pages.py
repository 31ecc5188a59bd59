"""What tests ask of a page that is open in the browser."""

DESKTOP = {"viewport": {"width": 1440, "height": 900}}
LAPTOP = {"viewport": {"width": 1100, "height": 700}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
SCREENS = {"desktop": DESKTOP, "phone": PHONE}


def mention(page, text, nth=0):
    return page.locator(".mention", has_text=text).nth(nth)


def popup_name(page):
    return page.locator(".leaflet-popup h2").inner_text()


def label_texts(page):
    return page.locator(".names .story").all_text_contents()


def boxes_of(page, selector):
    return [box for box in (node.bounding_box() for node in page.locator(selector).all()) if box]


def ink(box, halo=3):
    """Give the box of a label's letters: the browser counts the halo in."""
    return {
        "x": box["x"] + halo,
        "y": box["y"] + halo,
        "width": box["width"] - 2 * halo,
        "height": box["height"] - 2 * halo,
    }


def overlap(one, other):
    return (
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    )


def symbol(page, name):
    return page.locator(f".symbol[aria-label^='{name}']")


def popup(page):
    return page.locator(".leaflet-popup")


def focused(page):
    return page.evaluate("document.activeElement.textContent")


def is_within(inner, outer, slack=1):
    return (
        inner["x"] >= outer["x"] - slack
        and inner["y"] >= outer["y"] - slack
        and inner["x"] + inner["width"] <= outer["x"] + outer["width"] + slack
        and inner["y"] + inner["height"] <= outer["y"] + outer["height"] + slack
    )


def in_sight(locator):
    """Tell whether the middle of an element is seen: within the window, and under nothing else."""
    return locator.evaluate(
        """node => {
          const box = node.getClientRects()[0];
          return node.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
        }"""
    )
