"""Blocks of text - paragraphs, items, rows - and how they are laid out as plain text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["Block", "BlockBuilder", "join_blocks"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a heading, an item of a list or a row of a table.

    Parameters
    ----------
    text
        Its words.
    close
        Whether it stands right under its neighbour of the same sort, as rows and items do.
    linked_share
        The share of its characters that are the words of links, 0 to 1.
    """

    text: str
    close: bool = False
    linked_share: float = 0.0


def join_blocks(blocks: Iterable[Block]) -> str:
    r"""Give the text of blocks: a blank line between paragraphs, none between rows or items.

    Parameters
    ----------
    blocks
        The blocks in order; those that hold only white space are left out.

    Examples
    --------
    >>> join_blocks([Block(text="Towns"), Block(text="- Ilave", close=True), Block(text="- Juli", close=True)])
    'Towns\n\n- Ilave\n- Juli'
    """
    parts: list[str] = []
    was_close = False
    for block in blocks:
        text = block.text.strip()
        if not text:
            continue
        if parts:
            parts.append("\n" if block.close and was_close else "\n\n")
        parts.append(text)
        was_close = block.close
    return "".join(parts)


@dataclass(slots=True, kw_only=True)
class BlockBuilder:
    """Makes blocks of what a walk over a tree of elements meets, tables within tables included.

    Examples
    --------
    >>> builder = BlockBuilder()
    >>> builder.open_row()
    >>> for cell in ("Ayaviri", "3"):
    ...     builder.open_cell()
    ...     builder.add(cell)
    ...     builder.close_cell()
    >>> builder.close_row()
    >>> [block.text for block in builder.finish()]
    ['Ayaviri | 3']
    """

    _outputs: list[list[Block]] = field(default_factory=lambda: [[]])
    _rows: list[list[list[Block]]] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _linked_characters: int = 0

    def add(self, words: str, *, linked: bool = False) -> None:
        """Add words to the block under way.

        Parameters
        ----------
        words
            The words, white space as it is to stay.
        linked
            Whether they are the words of a link.
        """
        self._words.append(words)
        self._linked_characters += len(words) if linked else 0

    def end_block(self, *, item: bool = False) -> None:
        """End the block under way, if it has begun.

        Parameters
        ----------
        item
            Whether it is an item of a list.
        """
        text = "".join(self._words).strip()
        if text:
            share = min(1.0, self._linked_characters / len(text))
            self._outputs[-1].append(Block(text=f"- {text}" if item else text, close=item, linked_share=share))
        self._words.clear()
        self._linked_characters = 0

    def open_row(self) -> None:
        """Begin a row of a table."""
        self.end_block()
        self._rows.append([])

    def open_cell(self) -> None:
        """Begin a cell of a row."""
        self.end_block()
        self._outputs.append([])

    def close_cell(self) -> None:
        """End the cell under way."""
        self.end_block()
        if len(self._outputs) > 1:
            cell = self._outputs.pop()
            if self._rows:
                self._rows[-1].append(cell)
            else:  # a cell outside any row
                self._outputs[-1].extend(cell)

    def close_row(self) -> None:
        """End the row under way: one line when every cell is one block, else the blocks one by one."""
        self.end_block()
        cells = self._rows.pop() if self._rows else []
        if all(len(cell) <= 1 for cell in cells):
            self._outputs[-1].extend(_to_line(cells))
        else:
            self._outputs[-1].extend(block for cell in cells for block in cell)

    def finish(self) -> list[Block]:
        """End the block under way and give all blocks in order."""
        self.end_block()
        return [block for blocks in self._outputs for block in blocks]


def _to_line(cells: list[list[Block]]) -> list[Block]:
    filled = [cell[0] for cell in cells if cell]
    if not filled:
        return []
    share = sum(block.linked_share for block in filled) / len(filled)
    text = " | ".join(" ".join(block.text.split("\n")) for block in filled)
    return [Block(text=text, close=True, linked_share=share)]
