"""Every error that Dateline raises on purpose, under one root.

The tree, with who is at fault and what to do::

    DatelineError
    ├── DocumentError (ValueError)        the document cannot be read: give another file
    │   ├── EmptyDocumentError            there is no text in it
    │   ├── EncryptedDocumentError        it asks for a password
    │   ├── OversizedDocumentError        it unpacks to more than the limit
    │   └── TableError                    the table has no column of place names
    ├── GazetteerError (RuntimeError)     the gazetteer's files are missing or broken: install again
    ├── OwnDataError (ValueError)         a gazetteer or boundaries of one's own cannot be read: mend the file
    ├── DataPackError (RuntimeError)      a data pack cannot be installed; what was installed is untouched
    │   ├── DownloadError                 it cannot be fetched: try again later
    │   └── BrokenPackError               what was fetched is cut off, altered or not what it should be
    ├── GeocoderError (RuntimeError)      an online geocoder gave no answer that can be used
    │   ├── GeocoderUnavailableError      it cannot be reached, or fails
    │   ├── GeocoderRateLimitedError      it asks to wait; `retry_after_s` says how long
    │   └── GeocoderTimeoutError          it did not answer in time
    ├── CoordinateError (ValueError)      a longitude or latitude is out of range or not finite
    ├── CrsError (ValueError)             a frame has no coordinate reference system
    ├── SchemaError (ValueError)          a frame lacks columns that its contract names
    ├── RegionError (ValueError)          a region's definition or boundary set is wrong
    ├── CorrectionsError (ValueError)     a corrections file cannot be read: give one that a page or a review saved
    ├── ConfigurationError (ValueError)   an option or setting is wrong
    ├── MissingExtraError (ImportError)   an optional package is not installed, or not whole: install it
    └── RenderError (OSError)             the page or file cannot be written

A message says what is wrong, which value, and what to do, in one line.
"""

__all__ = [
    "BrokenPackError",
    "ConfigurationError",
    "CoordinateError",
    "CorrectionsError",
    "CrsError",
    "DataPackError",
    "DatelineError",
    "DocumentError",
    "DownloadError",
    "EmptyDocumentError",
    "EncryptedDocumentError",
    "GazetteerError",
    "GeocoderError",
    "GeocoderRateLimitedError",
    "GeocoderTimeoutError",
    "GeocoderUnavailableError",
    "MissingExtraError",
    "OversizedDocumentError",
    "OwnDataError",
    "RegionError",
    "RenderError",
    "SchemaError",
    "TableError",
]


class DatelineError(Exception):
    """The root of every error that Dateline raises on purpose."""


class DocumentError(DatelineError, ValueError):
    """A document cannot be read."""


class EmptyDocumentError(DocumentError):
    """A document holds no text."""


class EncryptedDocumentError(DocumentError):
    """A document asks for a password."""


class OversizedDocumentError(DocumentError):
    """A document unpacks to more than the limit."""


class TableError(DocumentError):
    """A table has no column that names places."""


class GazetteerError(DatelineError, RuntimeError):
    """The gazetteer's files are missing or do not fit together."""


class OwnDataError(DatelineError, ValueError):
    """A gazetteer or boundaries of the user's own cannot be read."""


class DataPackError(DatelineError, RuntimeError):
    """A data pack cannot be installed; what was installed before is untouched."""


class DownloadError(DataPackError):
    """A data pack cannot be fetched.

    Parameters
    ----------
    message
        What happened.
    passing
        Whether it may go better soon.
    retry_after_s
        How many seconds the server asks to wait; None when it does not say.
    missing
        Whether the server says that there is no such thing.
    """

    def __init__(
        self, message: str, *, passing: bool = False, retry_after_s: float | None = None, missing: bool = False
    ) -> None:
        """Tell whether and when to try again."""
        super().__init__(message)
        self.passing = passing
        self.retry_after_s = retry_after_s
        self.missing = missing


class BrokenPackError(DataPackError):
    """What was fetched is cut off, altered or not what it should be."""


class GeocoderError(DatelineError, RuntimeError):
    """An online geocoder gave no answer that can be used."""


class GeocoderUnavailableError(GeocoderError):
    """An online geocoder cannot be reached, or fails."""


class GeocoderRateLimitedError(GeocoderError):
    """An online geocoder asks to wait.

    Parameters
    ----------
    message
        What happened.
    retry_after_s
        How many seconds it asks to wait; None when it does not say.
    """

    def __init__(self, message: str, *, retry_after_s: float | None = None) -> None:
        """Tell how long to wait."""
        super().__init__(message)
        self.retry_after_s = retry_after_s


class GeocoderTimeoutError(GeocoderError):
    """An online geocoder did not answer in time."""


class CoordinateError(DatelineError, ValueError):
    """A longitude or latitude is not finite or out of range."""


class CrsError(DatelineError, ValueError):
    """A frame has no coordinate reference system."""


class SchemaError(DatelineError, ValueError):
    """A frame lacks columns that its contract names."""


class RegionError(DatelineError, ValueError):
    """A region's definition or boundary set is wrong."""


class CorrectionsError(DatelineError, ValueError):
    """A file of corrections cannot be read, or is none."""


class ConfigurationError(DatelineError, ValueError):
    """An option or a setting is wrong."""


class MissingExtraError(DatelineError, ImportError):
    """An optional package is not installed, or not whole."""


class RenderError(DatelineError, OSError):
    """A page or a file cannot be written."""
