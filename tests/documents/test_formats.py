"""Guards how a file becomes a text: encodings, line ends, HTML and PDF, and which files of a folder are read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from govgraph.documents.formats import decode_document, read_document, sources
from govgraph.errors import DocumentError


def pdf(content: bytes) -> bytes:
    """A PDF of one page with this content stream, written by hand."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        data
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    )


def page(head: str, body: str) -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


SENTENCE = "The 82nd session of the INTERPOL General Assembly closed today in Cartagena de Indias after four days of debate."


def test_a_text_is_read_with_its_name_and_checksum(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"One.\r\nTwo.")
    document = read_document(file)
    assert document.name == "a.txt"
    assert document.sha256 == hashlib.sha256(b"One.\r\nTwo.").hexdigest()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"none\.txt: cannot be read \(No such file or directory\); check the path"):
        read_document(tmp_path / "none.txt")


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t\n", b"\xef\xbb\xbf\n", b"---\ntitle: T\n---\n \n"],
    ids=["empty", "blank", "byte order mark", "front matter"],
)
def test_a_file_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt: holds no text; remove it or write its text\Z"):
        decode_document(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "line"), [(b"\x00abc", 1), (b"a\nb\x01", 2), (b"a\r\nb\r\nc\x1f", 3), ("ab".encode("utf-16-le"), 1)]
)
def test_a_binary_file_is_refused_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(DocumentError, match=rf"\Aa\.txt:{line}: is a binary file \(character 0x"):
        decode_document(data, "a.txt")


@pytest.mark.parametrize(("control", "read"), [("\t", "\t"), ("\v", "\n"), ("\f", "\n"), ("\u2028", "\n")])
def test_white_space_is_nothing_binary_and_all_line_ends_are_one(control: str, read: str) -> None:
    assert decode_document(f"a{control}b".encode(), "a.txt").text == f"a{read}b"


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"], ids=["little-endian", "big-endian"])
def test_utf_16_is_called_by_its_name(mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    with pytest.raises(DocumentError, match=r"\Aa\.txt:1: is UTF-16; save it as UTF-8\Z"):
        decode_document(mark + "Some words.".encode(encoding), "a.txt")


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_latin_1_is_refused_with_line_and_remedy(suffix: str) -> None:
    data = "one\ntwo\nthe café\n".encode("latin-1")
    with pytest.raises(DocumentError, match=r"\Aa:3: is no UTF-8 \(byte 0xe9\); .*`iconv -f WINDOWS-1252 -t UTF-8`"):
        decode_document(data, "a", suffix)


def test_the_line_counts_the_front_matter_too() -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.txt:4: is no UTF-8"):
        decode_document("---\ntitle: T\n---\ncafé".encode("latin-1"), "a.txt")


def test_messages_show_the_path_and_documents_the_name(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\x00")
    with pytest.raises(DocumentError) as caught:
        read_document(file)
    assert str(caught.value).startswith(f"{file}:1: ")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"], ids=["CRLF", "CR", "LF"])
def test_all_line_ends_become_lf_and_offsets_stay_the_same(end: str) -> None:
    text = f"---{end}title: T{end}---{end}One.{end}Two."
    document = decode_document(text.encode(), "a.txt")
    assert document.text == "---\ntitle: T\n---\nOne.\nTwo."
    assert document.body.start == 17
    assert document.text[document.body.start : document.body.end] == "One.\nTwo."
    assert document.metadata.title == "T"


def test_a_character_beyond_the_bmp_counts_as_one() -> None:
    document = decode_document("a😀𝔊b".encode(), "a.txt")
    assert document.body.end == 4
    assert document.text[3] == "b"


def test_html_gives_the_article_its_title_and_its_address() -> None:
    head = (
        "<title>The Assembly closes</title>"
        '<link rel="canonical" href="https://example.org/news/82"><meta property="og:site_name" content="Example News">'
        '<meta property="article:published_time" content="2013-10-24T10:00:00Z">'
    )
    body = f"<nav><a href='/'>Home</a></nav><article><h1>The Assembly closes</h1><p>{SENTENCE}</p></article>"
    document = decode_document(page(head, body), "a.html", ".html")
    assert SENTENCE in document.text
    assert "Home" not in document.text
    assert (document.body.start, document.body.end) == (0, len(document.text))
    assert document.metadata.title == "The Assembly closes"
    assert document.metadata.issued == "2013-10-24"
    assert document.metadata.publisher == "Example News"
    assert document.key == "https://example.org/news/82"


def test_html_without_an_address_is_known_by_its_name() -> None:
    document = decode_document(page("<title>T</title>", f"<article><p>{SENTENCE}</p></article>"), "a.html", ".html")
    assert document.key == "a.html"


@pytest.mark.parametrize("data", [b"", page("", ""), page("<title>T</title>", "<p></p>")])
def test_html_without_an_article_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.html: no article was found in this page; save its text as \.txt"):
        decode_document(data, "a.html", ".html")


def test_a_pdf_gives_its_text(tmp_path: Path) -> None:
    file = tmp_path / "a.PDF"
    file.write_bytes(pdf(b"BT /F 12 Tf 50 700 Td (The Assembly closed today.) Tj ET"))
    document = read_document(file)
    assert document.text.strip() == "The Assembly closed today."
    assert (document.body.start, document.body.end) == (0, len(document.text))
    assert document.key == "a.PDF"


def test_a_pdf_without_text_asks_for_text_recognition() -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.pdf: this PDF holds pictures of text only; put it through"):
        decode_document(pdf(b"0 0 100 100 re f"), "a.pdf", ".pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 rubbish", b"no PDF at all"])
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"\Aa\.pdf: is no readable PDF \(.*\); save its text as \.txt"):
        decode_document(data, "a.pdf", ".pdf")


def found(path: Path, mapped: bool = True) -> list[str]:
    return [file.relative_to(path).as_posix() for file in sources(path, lambda _: mapped)]


def write(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")


def test_a_folder_gives_its_documents_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.md", "c/d.html", "c/e.pdf", "C.HTM", "f.text", "g.xhtml")
    assert found(tmp_path) == ["C.HTM", "a.md", "b.txt", "c/d.html", "c/e.pdf", "f.text", "g.xhtml"]


@pytest.mark.parametrize(
    "name", ["README.md", "sub/readme.md", "LICENSE.md", "CHANGELOG.md", ".hidden.txt", ".git/a.txt", "a.json", "a", "a.py"]
)
def test_a_folder_passes_over_what_is_no_source(tmp_path: Path, name: str) -> None:
    write(tmp_path, "a.txt", name)
    assert found(tmp_path) == ["a.txt"]


def test_hidden_folders_above_the_given_one_do_not_matter(tmp_path: Path) -> None:
    write(tmp_path, ".store/a.txt")
    assert found(tmp_path / ".store") == ["a.txt"]


def test_a_table_is_read_only_where_it_has_a_mapping(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "t.csv")
    assert found(tmp_path, mapped=True) == ["a.txt", "t.csv"]
    assert found(tmp_path, mapped=False) == ["a.txt"]


def test_a_file_named_outright_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    write(tmp_path, "README.md")
    assert list(sources(tmp_path / "README.md", lambda _: False)) == [tmp_path / "README.md"]


@pytest.mark.parametrize("name", ["README.md", "t.csv", ".hidden.txt"])
def test_a_folder_without_documents_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    with pytest.raises(DocumentError, match=r"no document in this folder; put \.txt, \.md, \.html, \.pdf or mapped"):
        list(sources(tmp_path, lambda _: False))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"none: no such file or folder; check the path"):
        list(sources(tmp_path / "none", lambda _: True))


def test_a_text_beyond_all_measure_is_told_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as out:
        out.truncate(200_000_000)  # takes no space on the disk
    with pytest.raises(DocumentError, match=r"huge\.txt: has 200 MB; a text of more than 20 MB is not read"):
        read_document(file)
    with pytest.raises(DocumentError, match=r"stdin\.txt: has 21 MB"):
        decode_document(b"a" * 21_000_000, "stdin.txt")
