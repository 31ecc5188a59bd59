"""From files to documents: text, Markdown, HTML, DOCX, PDF and tables of place names.

:func:`read_document` reads one, :func:`read_documents` many, :func:`find_documents` walks folders and
:func:`read_text` takes a text that is already at hand. Each format has a module that imports its library;
this package imports none of them until a document in that format comes.
"""

from geo.read.content import TableColumns
from geo.read.reader import Reading, find_documents, read_document, read_documents, read_text

__all__ = ["Reading", "TableColumns", "find_documents", "read_document", "read_documents", "read_text"]
