"""Queues as tables: each tool's columns, rows that make no sense, dates, links, encodings."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postlint import platforms, posts
from postlint.errors import UsageError
from postlint.model import Acceptance, Media, Post, Unreadable

MORNING = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - the tools' own clock


def read(raw: str, order: str | None = None) -> list[Post | Unreadable]:
    return list(posts.read(raw.encode(), "q.csv", date_order=order))


def only(raw: str, order: str | None = None) -> Post:
    (post,) = read(raw, order)
    assert isinstance(post, Post), post
    return post


def fault(raw: str, order: str | None = None) -> Unreadable:
    (found,) = read(raw, order)
    assert isinstance(found, Unreadable), found
    return found


def test_the_platforms_of_an_entry_are_those_that_are_measured() -> None:
    assert set(posts.PLATFORMS) == set(platforms.PLATFORMS)


PORT = "The port opens on Monday."
LINK = "https://port.example/a,b"
IMAGE = "https://cdn.example/w_200,h_300/ferry.jpg"

# Each file says the same: a text, a moment, and what else the tool has a column for.
TOOLS = {
    "hootsuite": (
        f'24/11/2026 09:30,{PORT},"{LINK}"\n',
        {"text": f"{PORT} {LINK}", "id": "row 1"},
    ),
    "hootsuite with a picture": (
        f'2026-11-24 09:30,"{PORT}",,"{IMAGE}"\n',
        {"media": (Media(IMAGE),), "id": "row 1"},
    ),
    "sprout": (
        (
            "date,time_24hr,message_text,link,image,tags\n"
            f'11/24/2026,09:30,{PORT},,"{IMAGE}",harbour\n'
        ),
        {"media": (Media(IMAGE),)},
    ),
    "buffer": (
        f'Text,Image URL,Tags,Posting Time\n{PORT},"{IMAGE}",harbour,2026-11-24 09:30\n',
        {"media": (Media(IMAGE),)},
    ),
    "publer, six columns": (
        (
            "Date,Message,Link(s),Media URL(s),Title,Label(s)\n"
            f'2026/11/24 09:30,{PORT},"{LINK}",,Port,harbour\n'
        ),
        {"text": f"{PORT} {LINK}"},
    ),
    "publer, twelve columns": (
        (
            "Date - Intl. format or prompt,Text,Link(s),Media URL(s),Title,Label(s),Alt text(s),"
            "Comment(s),Pin board,Post subtype,CTA,Reminder\n"
            f'2026-11-24 09:30,{PORT},,"{IMAGE}",,,A ferry.,,,,,\n'
        ),
        {"media": (Media(IMAGE, "A ferry."),)},
    ),
    "socialbee": (
        (
            "text,link,imageUrls,gifUrls,videoUrls,postAtSpecificTime\n"
            f'{PORT},,"{IMAGE}, https://cdn.example/b.png",,,2026-11-24 09:30\n'
        ),
        {"media": (Media(IMAGE), Media("https://cdn.example/b.png"))},
    ),
    "highlevel": (
        (
            "postAtSpecificTime (YYYY-MM-DD HH:mm:ss),content,link (OGmetaUrl),imageUrls,gifUrl,"
            f'videoUrls\n2026-11-24 09:30:00,{PORT},"{LINK}",,,\n'
        ),
        {"text": f"{PORT} {LINK}"},
    ),
    "highlevel, advanced": (
        (
            "postAtSpecificTime,content,link,imageUrls,videoUrl,postType,watermark,category,"
            "followUpComment,gbpPostType,youtubeTitle\n"
            f"2026-11-24 09:30:00,{PORT},,,,Post,,,,,\n"
        ),
        {},
    ),
    "postfast": (
        (
            "scheduled_at,account_id,content,media_urls,first_comment,fb_content_type,yt_is_short\n"
            f'2026-11-24T09:30:00Z,0b9c-41,{PORT},"{IMAGE}",,,\n'
        ),
        {"publish_at": MORNING.replace(tzinfo=UTC), "media": (Media(IMAGE),)},
    ),
    "ayrshare": (
        (
            "post,platforms,mediaUrls,scheduleDate\n"
            f'{PORT},"twitter, facebook, tiktok","[""{IMAGE}""]",2026-11-24T09:30:00Z\n'
        ),
        {
            "platforms": ("x", "facebook"),
            "publish_at": MORNING.replace(tzinfo=UTC),
            "media": (Media(IMAGE),),
        },
    ),
    "oktopost": (
        (
            "Network,Message,LinkUrl,LinkTitle,ImageUrl,Description,Picture\n"
            f'LinkedIn,{PORT},"{LINK}",Port,"{IMAGE}",Opening,\n'
        ),
        {
            "platforms": ("linkedin",),
            "sources": (LINK,),
            "publish_at": None,
            "media": (Media(IMAGE),),
        },
    ),
    "excel in French": (
        (
            "sep=;\r\nDate;Heure;Texte;Plateforme;Langue;Compte\r\n"
            f'24/11/2026;9 h 30;"{PORT}";"X ; Facebook Page";en;Institutional\r\n'
        ),
        {"platforms": ("x", "facebook"), "language": "en", "account": "institutional"},
    ),
    "excel with tabs": (f"Date\tText\tNotes\n2026-11-24 09:30\t{PORT}\tok\n", {}),
    "our own keys": (
        (
            "text,publish_at,reply_to,sources,embargo_until,translation_of,accept\n"
            f"{PORT},2026-11-24 09:30,@port,https://a.example https://b.example,2026-11-23,post-1,"
            "untrue/unsourced-figure=In the minister's speech.\n"
        ),
        {
            "reply_to": "@port",
            "sources": ("https://a.example", "https://b.example"),
            "embargo_until": date(2026, 11, 23),
            "translation_of": "post-1",
            "accept": (Acceptance("untrue/unsourced-figure", "In the minister's speech.", line=2),),
        },
    ),
}


@pytest.mark.parametrize(("raw", "more"), TOOLS.values(), ids=TOOLS)
def test_each_tool_is_recognised(raw: str, more: dict[str, object]) -> None:
    post = only(raw)
    wanted = {"text": PORT, "publish_at": MORNING, "id": "row 2"} | more
    assert {name: getattr(post, name) for name in wanted} == wanted


@pytest.mark.parametrize(("raw", "more"), TOOLS.values(), ids=TOOLS)
def test_each_tool_is_met_in_a_folder(raw: str, more: dict[str, object]) -> None:
    assert more is not None
    assert posts.READERS["csv"].is_queue(raw.replace("\r\n", "\n"))


OTHERS = {
    "people": "Name,Email,Age\nA,a@b.example,3\n",
    "words alone": "text\nhello\n",
    "words and a label": "text,label\nhello,1\n",
    "empty": "",
    "broken": 'text,"date\n',
}


@pytest.mark.parametrize("raw", OTHERS.values(), ids=OTHERS)
def test_other_tables_of_a_folder_are_passed_over(raw: str) -> None:
    assert not posts.READERS["csv"].is_queue(raw)


NO_HEADER = {
    "no words": ("Name,Age\nA,3\n", "“Name”, “Age”: name one “text”"),
    "unknown beside the words": ("text,foo\na,b\n", "unknown column “foo”"),
    "misspelt": ("text,platform,publsh_at\na,x,\n", "did you mean “publish at”?"),
    "twice": ("text,message,date\na,b,\n", "the text: “text” and “message”; rename one"),
    "empty": ("", "no posts"),
    "blank": ("\n ,\n", "no posts"),
    "header alone": ("text,date\n,\n", "no posts"),
    "open": ('text,"date\na,\n', "row 1: the quotation mark that begins a cell here, on line 1"),
}


@pytest.mark.parametrize(("raw", "says"), NO_HEADER.values(), ids=NO_HEADER)
def test_a_table_that_is_no_queue_says_why(raw: str, says: str) -> None:
    assert says in fault(raw).error


ROWS = {
    "comma without quotes": ("2026-11-24,Hello,x,,world", 2, 21, "4 columns: a text with a comma"),
    "cut by a newline": ("2026-11-24", 2, 11, "row 2: 1 cells, but at least 2 are needed"),
    "quotation mark": ('2026-11-24,"He said "hi"",,', 2, 22, "the cell that begins on line 2"),
    "no date": ("soon,Hello,,", 2, 1, "“soon” is not a date"),
    "no such day": ("2026-02-30,Hello,,", 2, 1, "not a date"),
    "platform": (",Hello,twiter,", 2, 8, "platform: “twiter” is not a platform"),
    "platform elsewhere": (",Hello,TikTok,", 2, 8, "“tiktok”"),
    "alt without picture": (",Hello,,A ferry.", 2, 9, "alt texts: 1, but pictures and videos: 0"),
    "only a platform": (",,x,", 2, 1, "row 2: nothing to check"),
}


@pytest.mark.parametrize(("row", "line", "column", "says"), ROWS.values(), ids=ROWS)
def test_a_bad_row_does_not_spoil_the_next(row: str, line: int, column: int, says: str) -> None:
    bad, good = read(f"date,text,platform,alt\n{row}\n,Next,,\n")
    assert isinstance(bad, Unreadable), bad
    assert says in bad.error
    assert (bad.line, bad.column) == (line, column)
    assert isinstance(good, Post), good
    assert (good.text, good.id, good.line) == ("Next", "row 3", 3)


def test_posts_before_an_open_quotation_mark_are_read() -> None:
    good, bad = read('text,date\nOne,\n"Two,\nThree,\n')
    assert isinstance(good, Post)
    assert isinstance(bad, Unreadable)
    assert "row 3" in bad.error
    assert (bad.line, bad.column) == (3, 1)


def test_rows_are_counted_as_the_sheet_counts_them() -> None:
    found = read('text,date\n"One\ntwo",\n\n ,\nThree,,,\n')
    assert [(post.id, post.line) for post in found if isinstance(post, Post)] == [
        ("row 2", 2),
        ("row 5", 6),
    ]


def test_a_spreadsheet_may_leave_out_empty_cells_at_the_end() -> None:
    assert only("date,text,tags,notes\n2026-11-24,One\n").text == "One"


def test_a_row_without_its_date_is_too_short() -> None:
    assert "at least 3" in fault("text,tags,date\nFirst line\n").error


DATES = {
    "day first, by another row": ("24/11/2026", None, date(2026, 4, 3)),
    "month first, by another row": ("11/24/2026", None, date(2026, 3, 4)),
    "said": ("04/04/2026", "mdy", date(2026, 3, 4)),
}


@pytest.mark.parametrize(("other", "order", "meant"), DATES.values(), ids=DATES)
def test_the_column_settles_the_order_of_dates(other: str, order: str | None, meant: date) -> None:
    post, _ = read(f"date,text\n03/04/2026,One\n{other},Two\n", order)
    assert isinstance(post, Post), post
    assert post.publish_at == meant


def test_the_name_of_the_column_settles_the_order() -> None:
    assert only("Date (MM/DD/YYYY),Text\n03/04/2026,One\n").publish_at == date(2026, 3, 4)


def test_a_day_and_a_time_may_have_a_column_each() -> None:
    assert only("Date,Scheduled time,Text\n24/11/2026,9:30,One\n").publish_at == MORNING


def test_an_ambiguous_date_is_said() -> None:
    bad, good = read("03/04/2026 09:00,One\n04/04/2026 09:00,Two\n")
    assert isinstance(bad, Unreadable)
    assert bad.error.startswith("row 1: “03/04/2026 09:00” is ambiguous")
    assert "say --date-order dmy or mdy" in bad.error
    assert isinstance(good, Post)


def test_an_unknown_order_is_refused() -> None:
    with pytest.raises(UsageError, match="order of dates"):
        posts.read(b"", "q.csv", date_order="ymd")


def test_publer_understands_words_for_a_date() -> None:
    raw = "Date - Intl. format or prompt,Text\nnext Friday at 2 PM,One\n"
    assert only(raw).publish_at is None


LINKS = {
    "x": ("x", "One https://a.example", ()),
    "mixed": ("LinkedIn and Mastodon|mastodon", "One https://a.example", ()),
    "none": ("", "One https://a.example", ()),
    "cards": ("LinkedIn, Bluesky", "One", ("https://a.example",)),
}


@pytest.mark.parametrize(("platform", "text", "sources"), LINKS.values(), ids=LINKS)
def test_a_link_is_text_where_the_platform_takes_it_so(
    platform: str, text: str, sources: tuple[str, ...]
) -> None:
    post = only(f'text,platform,link\nOne,"{platform}",https://a.example\n')
    assert (post.text, post.sources) == (text, sources)


def test_each_character_of_a_link_stands_in_its_own_cell() -> None:
    post = only('link,text,date\n"https://a.example","He said ""hi""",\n')
    assert post.text == 'He said "hi" https://a.example'
    places = [post.positions.position(offset) for offset in (0, 8, 9, 11, 12, 13, 29)]
    assert places == [(2, c) for c in (22, 30, 32, 34, 36, 2, 18)]


def test_a_link_that_stands_in_the_text_is_not_added() -> None:
    post = only("date,text,link\n,See https://a.example today,https://a.example\n")
    assert post.text == "See https://a.example today"


def test_words_are_no_link() -> None:
    assert "“later” is not a link" in fault("date,text,link\n,One,later\n").error


def test_comments_are_posts_of_their_own() -> None:
    raw = (
        "date,text,media,first comment\n"
        "2026-11-24,One || ,a.jpg,\n"
        '2026-11-24,"Two\n|| ""More"" ||End",b.jpg,First\n'
    )
    found = [post for post in read(raw) if isinstance(post, Post)]
    assert [(post.text, post.id, post.reply_to, len(post.media)) for post in found] == [
        ("One", "row 2", None, 1),
        ("Two", "row 3", None, 1),
        ('"More"', "row 3, comment 1", "row 3", 0),
        ("End", "row 3, comment 2", "row 3", 0),
        ("First", "row 3, comment 3", "row 3", 0),
    ]
    assert found[2].positions.position(0) == (4, 4)


MEDIA = {
    "files": ("ferry one.jpg; quay.jpg", "", [("ferry one.jpg", None), ("quay.jpg", None)]),
    "one alt": ("a.jpg", "A ferry | a quay", [("a.jpg", "A ferry | a quay")]),
    "alts": ("a.jpg|b.jpg", "A ferry|A quay", [("a.jpg", "A ferry"), ("b.jpg", "A quay")]),
    "fewer alts": ("a.jpg,b.jpg", "A ferry", [("a.jpg", "A ferry"), ("b.jpg", None)]),
}


@pytest.mark.parametrize(("media", "alt", "meant"), MEDIA.values(), ids=MEDIA)
def test_media(media: str, alt: str, meant: list[tuple[str, str | None]]) -> None:
    post = only(f'text,media,alt text\nOne,"{media}","{alt}"\n')
    assert [(item.file, item.alt) for item in post.media] == meant


def test_numbered_columns_belong_together() -> None:
    raw = "text,image 1,alt text 1,image 2,alt text 2\nOne,a.jpg,A ferry,b.jpg,A quay\n"
    assert only(raw).media == (Media("a.jpg", "A ferry"), Media("b.jpg", "A quay"))


NETWORKS = {
    "Twitter/X": ("x",),
    "X (Twitter) & Instagram Business": ("x", "instagram"),
    "threads/facebook": ("threads", "facebook"),
    '["bsky","LinkedIn (Embassy)"]': ("bluesky", "linkedin"),
    "YouTube, x, x": ("x",),
    "twitter - @embassy": ("x",),
}


@pytest.mark.parametrize(("cell", "meant"), NETWORKS.items(), ids=NETWORKS)
def test_names_of_platforms(cell: str, meant: tuple[str, ...]) -> None:
    quoted = cell.replace('"', '""')
    assert only(f'text,network\nOne,"{quoted}"\n').platforms == meant


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_of_spreadsheets(encoding: str, caplog: pytest.LogCaptureFixture) -> None:
    raw = "Texte;Date\r\nL’été à Bâle coûte 5 €;\r\n".encode(encoding)
    with caplog.at_level(logging.WARNING, "postlint"):
        (post,) = posts.read(raw, "q.csv")
    assert isinstance(post, Post), post
    assert post.text == "L’été à Bâle coûte 5 €"
    said = ["q.csv: not UTF-8, read as Windows-1252"] if encoding == "cp1252" else []
    assert caplog.messages == said


NOT_WINDOWS = {
    "damaged utf-8": "text,date\né".encode() + b"\xe9,\n",
    "no such letter": b"text,date\n\x81,\n",
}


@pytest.mark.parametrize("raw", NOT_WINDOWS.values(), ids=NOT_WINDOWS)
def test_a_damaged_file_is_no_windows_file(raw: bytes) -> None:
    (found,) = posts.read(raw, "q.csv")
    assert isinstance(found, Unreadable)
    assert "not UTF-8: the byte" in found.error


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *',,,,\n\n"" ab|[]/',
                '""',
                "||",
                "03/04/2026",
                "24/11/2026",
                "2026-11-24",
                "9:30",
                "x",
                "https://a.example",
                "a.jpg",
                "untrue/a=one two three",
                "en",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_no_row_breaks_the_reader(rows: str) -> None:
    header = "date,time,text,link,media,alt,platform,comment(s),accept,lang,id\n"
    for found in read(header + rows):
        assert isinstance(found, Post | Unreadable)
        if isinstance(found, Post):
            places = [found.positions.position(offset) for offset in range(len(found.text) + 1)]
            assert all(line > 1 for line, _ in places)


def test_too_long_a_text_is_refused() -> None:
    bad, _ = read(f"text,date\n{'a' * (posts.MAX_TEXT + 1)},\nNext,\n")
    assert isinstance(bad, Unreadable)
    assert "row 2: too long" in bad.error
