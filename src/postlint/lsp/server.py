"""The protocol: what an editor asks, and who answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from postlint import __version__
from postlint.lsp import actions, completion, diagnostics, hover, lenses
from postlint.lsp.judging import Judged, Sheet, name_of
from postlint.lsp.session import Session

if TYPE_CHECKING:
    from postlint.lsp.desk import Desks

FILE: Final = "file:"


class Server(LanguageServer):
    """A language server with one session.

    Documents come whole at each change: pygls ends lines at characters that end
    none for an editor (U+2028 and others), and would put small changes in the
    wrong place.
    """

    def __init__(self, desks: Desks) -> None:
        """Open a session that judges at these desks."""
        super().__init__(
            "postlint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.open: set[str] = set()
        self.session = Session(desks, self.sheet, self._publish, self._complain)

    def sheet(self, uri: str) -> Sheet | None:
        """Return a document as it is now, None if it is not open."""
        if uri not in self.open:
            return None
        document = self.workspace.get_text_document(uri)
        path = uris.to_fs_path(uri) if uri.startswith(FILE) else uri.rpartition(":")[2]
        unit = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return Sheet(
            name_of(path or "untitled", document.language_id),
            document.source,
            types.PositionEncodingKind(unit).value,
        )

    def _publish(self, uri: str, judged: Judged) -> None:
        version = self.workspace.get_text_document(uri).version if uri in self.open else None
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, diagnostics.of(judged), version)
        )

    def _complain(self, trace: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, trace))
        problem = "postlint: this is a bug in postlint, not in your post; see the server's log"
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, problem))


def make(desks: Desks) -> Server:
    """Return a server with every feature, not yet started."""
    server = Server(desks)
    _follow(server)
    _answer(server)
    return server


def _follow(server: Server) -> None:
    """Follow what happens to documents."""
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.open.add(params.text_document.uri)
        session.changed(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        session.changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.open.discard(params.text_document.uri)
        session.closed(params.text_document.uri)
        server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(params.text_document.uri, [])
        )

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        session.all_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        session.all_changed()

    @server.feature(types.SHUTDOWN)
    def ended(_: None) -> None:
        session.ended()


def _answer(server: Server) -> None:
    """Answer what is asked about a document."""
    session = server.session

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=actions.KINDS)
    )
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        judged = await session.current(uri)
        return actions.of(judged, uri, params) if judged else []

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        judged = await session.current(params.text_document.uri)
        return hover.of(judged, params.position) if judged else None

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def code_lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        judged = await session.current(params.text_document.uri)
        return lenses.of(judged) if judged else []

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=completion.TRIGGERS),
    )
    async def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        judged = await session.current(params.text_document.uri)
        return completion.of(judged, params.position) if judged else []
