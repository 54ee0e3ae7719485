"""What the desk finds out itself and protects: own checks, the vault, the passphrase of the file, custody of captures."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wherefrom.intake import iso_date
from wherefrom.ledger import checks as _checks
from wherefrom.ledger import vault as _vault
from wherefrom.ledger.checks import DESK, UNKNOWN, Check, Logged
from wherefrom.ledger.custody import Record
from wherefrom.ledger.custody import custody as _custody
from wherefrom.ledger.custody import export as _export
from wherefrom.ledger.file import Ledger
from wherefrom.ledger.queries import claim_page
from wherefrom.ledger.targets import target_of
from wherefrom.ledger.vault import Identity, Vault, has_vault
from wherefrom.model import Unreadable
from wherefrom.model.entry import CheckKind, Revealed, Target

from .opening import LedgerFile, opened, whoever

__all__ = [
    "DESK",
    "Check",
    "Erasure",
    "Identity",
    "Logged",
    "Record",
    "custody",
    "erase",
    "has_vault",
    "log",
    "passphrase",
    "reveal",
    "vault_passphrase",
]


@dataclass(frozen=True, slots=True)
class Erasure:
    """An identity that was erased: `wiped` is False while another program's reading keeps a sealed copy in the ledger's -wal."""

    handle: str
    wiped: bool


def log(  # noqa: PLR0913  each is an option of the command
    ledger: LedgerFile,
    kind: CheckKind,
    text: str,
    *,
    source: str | Identity,
    on: str | None = None,
    about: str | None = None,
    describe: str | None = None,
    vault: str | None = None,
    desk: str = DESK,
    by: str | None = None,
) -> Logged:
    """Keep an own check: what somebody told us on a `call`, a `request` for comment, a `refusal`, a document `seen`.

    `source` is what to call whoever it was, or what was seen: "Ana Velez, harbour master". A source that is to be protected is given as
    an `Identity`, or by the handle that it got before, with the passphrase of the `vault`: it is kept in the vault alone, and everywhere
    else called as `describe` says. `on` is the day or time of the check, today if none is given; `about` a claim's id; `desk` the name
    under which the desk's own checks are published.

    What a call tells and what a document says count as origins of the claims that they carry; a request and a refusal state nothing.

    Raises:
        Unreadable: the ledger or the vault cannot be used, the claim is none, the check has no text or no such day, or its words would
            give a protected source away.
        Busy: somebody else is writing to the ledger.
    """
    protected = isinstance(source, Identity) or _is_handle(source)
    if not protected and (describe is not None or vault is not None):
        raise Unreadable("the source", "is not protected: only one that is has a description and a place in the vault")
    words = (describe or UNKNOWN) if protected else str(source)
    if isinstance(source, Identity):
        if not source.name.strip():
            raise Unreadable("the source", "has no name to put into the vault")
        if _checks.names(source, text, words, desk):
            raise Unreadable(
                "the check", "its words would give the protected source away; call them otherwise there, as by “they”"
            )
    moment = _moment(on)
    with opened(ledger) as kept:
        claim = None if about is None else _claim(kept, about)
        with kept.writing(whoever(by)) as writer:
            handle = None
            if protected:
                safe = Vault.for_writing(writer, vault or "")
                if isinstance(source, Identity):
                    handle = safe.put(writer, source)
                else:
                    handle = source
                    if _checks.names(safe.reveal(handle), text, words, desk):
                        raise Unreadable("the check", "its words would give the protected source away")
            return _checks.log(writer, Check(kind, words, text, moment, desk, handle), claim)


def reveal(ledger: LedgerFile, handle: str, *, vault: str, why: str = "", by: str | None = None) -> Identity:
    """Who a protected source is; that it was shown, to whom and when stands in the history from then on.

    Raises:
        Unreadable: the ledger or the vault cannot be used, or the vault has nobody under this handle.
        Busy: somebody else is writing to the ledger.
    """
    with opened(ledger) as kept:
        found = Vault.open(kept, vault).reveal(handle)
        with kept.writing(whoever(by)) as writer:
            writer.append(Revealed(handle, why))
        return found


def erase(ledger: LedgerFile, handle: str, *, why: str = "", by: str | None = None) -> Erasure:
    """Erase a protected source's identity for good; it takes no passphrase, and the history stays whole without it.

    Copies of the ledger's file that were made before still have it, sealed under the vault's passphrase of that day.

    Raises:
        Unreadable: the ledger cannot be used, or the vault never had anybody under this handle.
        Busy: somebody else is writing to the ledger.
    """
    with opened(ledger) as kept:
        with kept.writing(whoever(by)) as writer:
            _vault.erase(writer, handle, why)
        return Erasure(handle, _vault.wiped(kept))


def passphrase(ledger: LedgerFile, new: str | None) -> None:
    """Encrypt a ledger's whole file under a new passphrase; None takes the encryption away.

    Raises:
        Unreadable: the ledger cannot be used, or the passphrase is empty.
        Busy: another program has the ledger open.
    """
    with opened(ledger) as kept:
        kept.change_passphrase(new)


def vault_passphrase(ledger: LedgerFile, old: str, new: str, *, by: str | None = None) -> None:
    """Put a ledger's vault under another passphrase.

    Raises:
        Unreadable: the ledger has no vault, this is not its passphrase, or the new one is empty.
        Busy: somebody else is writing to the ledger.
    """
    with opened(ledger) as kept:
        with kept.writing(whoever(by)) as writer:
            Vault.open(kept, old).change_passphrase(writer, new)
        _vault.wiped(kept)


def custody(ledger: LedgerFile, document: str, *, to: str | Path | None = None) -> Record:
    """A document's record of custody; `to` is a new file for its bytes as they came, whose hash is checked as they are written.

    Raises:
        Unreadable: the ledger cannot be used or has no such document, or the bytes cannot be written or are not those that came.
    """
    with opened(ledger) as kept:
        if to is not None:
            _export(kept, document, Path(to))
        return _custody(kept, document)


def _is_handle(source: str) -> bool:
    return _vault.HANDLE.fullmatch(source) is not None


def _moment(on: str | None) -> str:
    if on is None:
        return date.today().isoformat()  # noqa: DTZ011  the day where the desk is
    try:
        return iso_date(on)
    except ValueError as error:
        raise Unreadable("the day of the check", str(error)) from error


def _claim(ledger: Ledger, name: str) -> Target:
    return target_of(claim_page(ledger, name, ledger.head().seq).story, "claim", name)
