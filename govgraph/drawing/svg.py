"""An SVG of a picture that speaks: a title and a description, and on each mark the sentence that says so."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from govgraph.drawing.pictures import Mark, Picture

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"


def drawn(picture: Picture, name: str = "") -> str:
    """The SVG; a mark shows its sentence when one points at it, and leads to the source.

    With the `name` of a picture on a page, a mark leads to its row in the table there, `#NAME-mark-NUMBER`, and has data for
    what the page selects.
    """
    import vl_convert

    for prefix, namespace in (("", SVG), ("xlink", XLINK)):
        ElementTree.register_namespace(prefix, namespace)
    root = ElementTree.fromstring(str(vl_convert.vegalite_to_svg(picture.chart.to_json())))
    keys = f"{name}-title" if name else "picture-title", f"{name}-words" if name else "picture-words"
    root.set("role", "group" if name else "img")
    root.set("aria-labelledby", " ".join(keys))
    for at, (tag, key, words) in enumerate((("title", keys[0], picture.title), ("desc", keys[1], " ".join(picture.told)))):
        told = ElementTree.Element(f"{{{SVG}}}{tag}", {"id": key})
        told.text = words
        root.insert(at, told)
    if name:
        _names_apart(root, name)
    others = {one.get("aria-label") for one in root.iter(f"{{{SVG}}}path") if one.get("aria-roledescription") == "point"}
    by_label = {mark.about: (number, mark) for number, mark in reversed(list(enumerate(picture.marks))) if mark.about}
    parents = {child: parent for parent in root.iter() for child in parent}
    for shape in list(root.iter()):
        label = shape.attrib.pop("aria-label", "")
        for given in ("aria-roledescription", "role") if shape is not root else ():
            shape.attrib.pop(given, None)  # Vega's words for axes and groups, which screen readers would say before each mark
        if shape.tag != f"{{{SVG}}}path" or not (label in by_label or label in others):
            continue
        number, mark = by_label.get(label, (0, None))
        ElementTree.SubElement(shape, f"{{{SVG}}}title").text = says(mark) if mark else label
        shape.set("role", "img")
        shape.set("aria-label", label)
        if name and mark:
            _linked(shape, parents, f"{name}-mark-{number}", mark)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def says(mark: Mark) -> str:
    """What a mark tells: itself, and who says so."""
    return f"{mark.about}: {mark.words} ({mark.document})" if mark.words else mark.about


def _linked(
    shape: ElementTree.Element, parents: dict[ElementTree.Element, ElementTree.Element], target: str, mark: Mark
) -> None:
    """Puts a mark into a link to its row, in place of the one to the source."""
    link = parents[shape]
    if link.tag != f"{{{SVG}}}a":
        link = ElementTree.Element(f"{{{SVG}}}a")
        above = parents[shape]
        above.insert(list(above).index(shape), link)
        above.remove(shape)
        link.append(shape)
    link.attrib.pop(f"{{{XLINK}}}href", None)
    link.set("href", f"#{target}")
    link.set("class", "mark")
    link.set("aria-label", says(mark))
    link.set("data-keys", "|".join(mark.keys))
    if mark.year is not None:
        link.set("data-year", str(mark.year))


def _names_apart(root: ElementTree.Element, name: str) -> None:
    """Gives clip paths and gradients, which are named alike in every SVG, names of their own on a page."""
    renamed = {}
    for one in root.iter():
        if (key := one.get("id")) and not key.startswith(name):
            renamed[key] = f"{name}-{key}"
            one.set("id", renamed[key])
    for one in root.iter():
        for attribute, value in list(one.attrib.items()):
            if value.startswith("url(#") and value[5:-1] in renamed:
                one.set(attribute, f"url(#{renamed[value[5:-1]]})")
