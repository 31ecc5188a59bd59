"""An online geocoder: asked once for each name, politely, through a cache; what fails is told and stops nothing."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

import tenacity

from geo.errors import (
    ConfigurationError,
    DatelineError,
    GeocoderError,
    GeocoderRateLimitedError,
    GeocoderTimeoutError,
    GeocoderUnavailableError,
)
from geo.gazetteer.names import fold
from geo.geocoders.answers import Answer, dump_answers, load_answers, read_answers
from geo.geocoders.cache import AnswerCache, default_cache_path
from geo.geocoders.faults import explain_fault, translate_fault
from geo.geocoders.services import check_service, extra_arguments, open_service
from geo.geocoders.settings import SECRETS, GeocoderSettings
from geo.geocoders.transport import ServiceAdapter
from geo.lonlat import LonLat
from geo.said import Said
from geo.services import name_service

__all__ = ["OnlineGeocoder", "Question", "Reply"]

_DAY_S = 86_400.0
# What is read of an answer; another number asks again for what an older version read.
_READING = 1
# After so many names in a row that failed, the others are not asked for.
_MOST_FAILURES = 3
_LONGEST_QUERY = 200
# From so many seconds on a user is told how long it takes.
_LONG_S = 15.0
_LONGEST_BACK_OFF_S = 30.0
_PASSING = (GeocoderUnavailableError, GeocoderRateLimitedError, GeocoderTimeoutError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A name to ask for.

    Parameters
    ----------
    name
        The name.
    containers
        Names of regions that hold it, the smallest first.
    language
        The language of the answer, as a code.

    Examples
    --------
    >>> Question(name="Quellouno", containers=("Cusco", "Peru"), language="es").query
    'Quellouno, Cusco, Peru'
    """

    name: str
    containers: tuple[str, ...] = ()
    language: str = "en"

    @property
    def query(self) -> str:
        """What is sent."""
        return ", ".join(" ".join(part.split()) for part in (self.name, *self.containers))

    @property
    def can_be_asked(self) -> bool:
        """Whether it is a name that can be sent at all."""
        return bool(fold(self.name)) and len(self.query) <= _LONGEST_QUERY and self.query.isprintable()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came of a question.

    Parameters
    ----------
    answers
        The places that the service knows, the best first; none when it knows none, or gave no answer.
    why
        Why it gave no answer, in a few words; None when it did.
    """

    answers: tuple[Answer, ...] = ()
    why: Said | None = None


class OnlineGeocoder:
    """Asks one online service for names, each once.

    Parameters
    ----------
    settings
        Which service, and how to ask it.
    cache
        Where answers are kept; None for the user's own cache.
    clock
        Gives the time in seconds since 1970.
    sleep
        Waits so many seconds.
    tell
        Is given a line before the first request of each batch, that says what is sent where; None tells nobody.

    Raises
    ------
    ConfigurationError
        When there is no such service, an option is not known to it, or a key is missing.

    Examples
    --------
    >>> settings = GeocoderSettings(name="photon", user_agent="newsroom.example maps (desk@newsroom.example)")
    >>> OnlineGeocoder(settings).service
    'Photon'
    """

    def __init__(
        self,
        settings: GeocoderSettings,
        *,
        cache: AnswerCache | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        """Open the service; nothing is asked yet."""
        check_service(settings.name)
        self.settings = settings
        self.service = name_service(settings.name)
        self._cache = cache or AnswerCache(default_cache_path(), clock=clock)
        self._clock, self._sleep, self._tell = clock, sleep, tell
        self._geopy = open_service(settings, partial(ServiceAdapter, before=self._before))
        self._replies: dict[str, Reply] = {}
        self._turns: dict[str, float] = {}
        self._untold = 0
        self._answered = False
        self._failures = 0

    @property
    def asks_first(self) -> bool:
        """Whether all names are asked for, before the gazetteer's answer is taken."""
        return self.settings.when == "first"

    def ask(self, questions: Iterable[Question]) -> dict[Question, Reply]:
        """Give what the service says to each question; what it said before is not asked again.

        Parameters
        ----------
        questions
            What to ask; those that cannot be sent are left out.

        Raises
        ------
        ConfigurationError
            When the service refuses the key or the asker before it has answered anything.
        """
        keys = {one: self._key(one) for one in questions if one.can_be_asked}
        # What differs in case or accents alone is one question.
        wanted: dict[str, Question] = {}
        for one, key in keys.items():
            wanted.setdefault(key, one)
        left = [key for key in wanted if key not in self._replies and not self._recall(key)]
        self._untold = len(left)
        for key in left:
            self._replies[key] = self._ask(wanted[key], key)
        self._untold = 0
        return {one: self._replies[key] for one, key in keys.items()}

    def notices(self) -> tuple[Said, ...]:
        """Say for how many names the service gave no answer and why, and what is wrong with the cache."""
        failed = Counter(reply.why for reply in self._replies.values() if reply.why is not None)
        return (*(self._unanswered(count, why) for why, count in failed.items()), *self._cache.notices)

    def close(self) -> None:
        """Let go of open lines and of the cache."""
        self._geopy.adapter.close()
        self._cache.close()

    def _unanswered(self, count: int, why: Said) -> Said:
        if count == 1:
            return Said("{service} did not answer for 1 name: {why}", service=self.service, why=why)
        return Said("{service} did not answer for {n} names: {why}", service=self.service, n=count, why=why)

    def _key(self, question: Question) -> str:
        """Give what an answer is kept under: whom it was asked, and everything that it depends on but the keys."""
        words = [fold(part) or part for part in (question.name, *question.containers)]
        options = {key: value for key, value in sorted(self.settings.options.items()) if key not in SECRETS}
        key = [_READING, self.settings.name.lower(), options, words, question.language]
        return json.dumps(key, ensure_ascii=True, default=str)

    def _recall(self, key: str) -> bool:
        """Take the answer that is kept; False when there is none."""
        settings = self.settings
        text = self._cache.get(
            key,
            found_age_s=settings.found_age_days * _DAY_S,
            not_found_age_s=settings.not_found_age_days * _DAY_S,
        )
        answers = None if text is None else load_answers(text)
        if answers is None:
            return False
        self._replies[key] = Reply(answers=answers)
        return True

    def _ask(self, question: Question, key: str) -> Reply:
        if self._failures >= _MOST_FAILURES:
            return Reply(why=Said("not asked any more after several failures"))
        try:
            answers = self._ask_again()(self._fetch, question)
        except ConfigurationError as fault:
            if not self._answered:
                raise
            return self._fail(fault)
        except GeocoderError as fault:
            return self._fail(fault)
        self._answered, self._failures = True, 0
        settings = self.settings
        age_days = settings.found_age_days if answers else settings.not_found_age_days
        if age_days:
            self._cache.put(key, dump_answers(answers), service=self.service, found=bool(answers))
        return Reply(answers=answers)

    def _fail(self, fault: DatelineError) -> Reply:
        too_long = isinstance(fault, GeocoderRateLimitedError) and self._asks_too_much(fault)
        hopeless = too_long or isinstance(fault, ConfigurationError)
        self._failures = _MOST_FAILURES if hopeless else self._failures + 1
        return Reply(why=explain_fault(fault))

    def _asks_too_much(self, fault: GeocoderRateLimitedError) -> bool:
        return (fault.retry_after_s or 0) > self.settings.longest_wait_s

    def _ask_again(self) -> tenacity.Retrying:
        """Give what asks again after a pause, as long as that may help and the time for one name lasts."""
        back_off = tenacity.wait_exponential(multiplier=1.0, max=_LONGEST_BACK_OFF_S)

        def wait_s(state: tenacity.RetryCallState) -> float:
            fault = state.outcome.exception() if state.outcome else None
            asked_for = fault.retry_after_s if isinstance(fault, GeocoderRateLimitedError) else None
            return max(asked_for or 0.0, back_off(state))

        def is_enough(state: tenacity.RetryCallState) -> bool:
            waited_s = state.idle_for + state.upcoming_sleep
            return state.attempt_number >= self.settings.tries or waited_s > self.settings.longest_wait_s

        return tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_PASSING),
            wait=wait_s,
            stop=is_enough,
            sleep=self._sleep,
            reraise=True,
        )

    def _fetch(self, question: Question) -> tuple[Answer, ...]:
        """Ask once."""
        arguments = extra_arguments(self._geopy, name=self.settings.name, language=question.language)
        try:
            found = self._geopy.geocode(question.query, exactly_one=False, **arguments) or []
            records = [
                (one.address, one.raw, LonLat(lon=one.longitude, lat=one.latitude)) for one in found if one is not None
            ]
        except Exception as error:
            # geopy raises what it likes at an answer that it did not expect.
            raise translate_fault(error, self.service, now_s=self._clock()) from error
        answers, unreadable = read_answers(self.settings.name.lower(), records)
        if unreadable + len(found) - len(records) and not answers:
            message = f"the answer of {self.service} cannot be read"
            raise GeocoderError(message)
        return answers

    def _before(self, url: str) -> None:
        """Say what is sent where, and wait for the turn to ask; geopy calls it before each request."""
        host = urlsplit(url).netloc.rpartition("@")[2]
        delay_s = self.settings.least_delay_s
        if self._untold and self._tell is not None:
            names = "1 name" if self._untold == 1 else f"{self._untold:,} names"
            least_s = self._untold * delay_s
            patience = f", which takes {least_s:,.0f} s or more" if least_s >= _LONG_S else ""
            self._tell(f"asking {host} for {names}{patience}")
        self._untold = 0
        wait_s = self._cache.reserve(host, least_delay_s=delay_s, longest_wait_s=max(60.0, 60.0 * delay_s))
        if wait_s is None:
            now = self._clock()
            turn = max(now, self._turns.get(host, now))
            # A clock that was set back makes nobody wait for it.
            turn = turn if turn <= now + delay_s else now
            self._turns[host] = turn + delay_s
            wait_s = turn - now
        if wait_s > 0:
            self._sleep(wait_s)
