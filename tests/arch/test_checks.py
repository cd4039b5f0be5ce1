# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0
"""Every rule of this folder can fail: each is shown a small tree that breaks it, and one that looks alike but is fine."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

import check_documents
import check_icons
import check_layers
import check_links
import check_sources
import check_translations
import check_words

HEADER = f"// {check_sources.COPYRIGHT} 2026 The Salon developers\n// {check_sources.LICENCE}\n"


class Tree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, path, text, header=HEADER):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(header + ("#pragma once\n" if path.endswith(".h") else "") + text, encoding="utf-8")
        return target

    def assertOne(self, problems, part):
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(part, problems[0])


class Layers(Tree):
    def problems(self):
        return check_layers.problems(self.root)

    def include(self, path, name):
        self.write(path, f"#include {name}\n")

    def test_an_empty_tree_is_not_a_pass(self):
        self.assertOne(self.problems(), "no source file")

    def test_lower_layers_may_be_included(self):
        self.include("shared/protocol/a.cpp", '"shared/base/error.h"')
        self.include("server/app/server.cpp", '"server/store/sqlite/database.h"')
        self.include("client-gui/rooms/a.cpp", "<QWidget>")
        self.include("shared/client-core/store/a.cpp", "<QSqlDatabase>")
        self.assertEqual(self.problems(), [])

    def test_each_crossing_is_found(self):
        for path, name in (
                ("shared/base/a.cpp", "shared/protocol/codec.h"),
                ("shared/protocol/a.h", "shared/transport/connection.h"),
                ("shared/transport/a.h", "shared/client-core/session/session.h"),
                ("shared/client-core/a.cpp", "client-gui/app/theme.h"),
                ("shared/client-core/a.cpp", "server/domain/room.h"),
                ("client-gui/a.cpp", "client-console/renderer.h"),
                ("client-console/a.cpp", "client-gui/app/theme.h"),
                ("client-gui/a.cpp", "server/app/server.h"),
                ("client-console/a.cpp", "server/app/server.h"),
                ("server/domain/a.cpp", "shared/protocol/codec.h"),
                ("server/domain/a.cpp", "server/store/store.h"),
                ("server/dispatch/a.cpp", "server/store/sqlite/database.h"),
                ("server/dispatch/a.cpp", "server/net/listener.h"),
                ("server/net/a.cpp", "server/store/store.h"),
                ("server/net/a.cpp", "server/app/server.h"),
                ("server/console/a.cpp", "server/net/listener.h"),
                ("server/store/sqlite/a.cpp", "server/dispatch/command_table.h"),
                ("server/store/store.h", "server/store/sqlite/database.h"),
                ("server/app/a.cpp", "shared/client-core/session/session.h"),
                ("server/main.cpp", "server/net/listener.h"),
                ("shared/base/a.cpp", "tests/support/fake_clock.h"),
                ("benchmarks/a.cpp", "tests/support/fake_clock.h")):
            with self.subTest(path=path, name=name):
                self.setUp()
                self.include(path, f'"{name}"')
                self.assertOne(self.problems(), f'"{name}"')

    def test_a_folder_without_layer_is_found(self):
        self.write("shared/misc/a.cpp", "")
        self.assertOne(self.problems(), "belongs to no layer")
        self.setUp()
        self.write("server/extra/a.cpp", "")
        self.assertOne(self.problems(), "belongs to no layer")

    def test_each_library_out_of_place_is_found(self):
        for path, name in (
                ("shared/client-core/a.cpp", "QAbstractItemView"), ("shared/client-core/a.cpp", "QtGui/QColor"),
                ("client-console/a.cpp", "QWidget"), ("server/net/a.cpp", "QImage"),
                ("server/domain/a.cpp", "QTcpSocket"), ("shared/base/a.cpp", "QHostAddress"),
                ("server/dispatch/a.cpp", "QtNetwork/QSslSocket"), ("client-gui/a.cpp", "QSqlDatabase"),
                ("server/dispatch/a.cpp", "QSqlQuery"), ("shared/client-core/session/a.cpp", "QtSql/QSqlError")):
            with self.subTest(path=path, name=name):
                self.setUp()
                self.include(path, f"<{name}>")
                self.assertOne(self.problems(), f"<{name}>")

    def test_core_classes_are_not_taken_for_others(self):
        for name in ("QTextStream", "QAbstractItemModel", "QEvent", "QSocketNotifier", "QTextBoundaryFinder"):
            self.include("shared/base/a.cpp", f"<{name}>")
            self.assertEqual(self.problems(), [], name)

    def test_relative_includes_are_found(self):
        self.include("shared/base/a.cpp", '"error.h"')
        self.assertOne(self.problems(), "from the root")

    def test_comments_and_texts_do_not_count(self):
        self.write("shared/base/a.cpp", '/*\n#include "server/app/server.h"\n*/ // #include <QWidget>\n'
                                        'auto x = R"(\n#not an include)";\n')
        self.assertEqual(self.problems(), [])

    def test_cycles_are_found(self):
        self.include("shared/base/a.h", '"shared/base/b.h"')
        self.include("shared/base/b.h", '"shared/base/c.h"')
        self.include("shared/base/c.h", '"shared/base/a.h"')
        self.assertOne(self.problems(), "include cycle: shared/base/a.h -> shared/base/b.h -> shared/base/c.h")


class Sources(Tree):
    def problems(self):
        return check_sources.problems(self.root)

    def test_an_empty_tree_is_not_a_pass(self):
        self.assertOne(self.problems(), "no file")

    def test_each_rule_finds_its_breach(self):
        for path, text, part in (
                ("shared/base/a.h", "using namespace Qt;\n", "using namespace"),
                ("client-gui/a.cpp", "connect(a, SIGNAL(x()), b, SLOT(y()));\n", "connect by string"),
                ("server/a.cpp", "socket.waitForReadyRead(10);\n", "blocks the thread"),
                ("client-console/a.cpp", "QEventLoop loop;\n", "event loop"),
                ("client-gui/a.cpp", "QCoreApplication::processEvents();\n", "event loop"),
                ("client-gui/a.cpp", "view->setHtml(text);\n", "HTML"),
                ("client-gui/a.cpp", "view->setMarkdown(text);\n", "HTML"),
                ("client-gui/a.cpp", "label->setToolTip(name);\n", "tool tip"),
                ("client-gui/a.cpp", "QToolTip::showText(place, name.toHtmlEscaped());\n", "tool tip"),
                ("client-gui/a.cpp", "label->setText(tr(text));\n", "literal"),
                ("server/store/sqlite/a.cpp", "while (query.next())\n", "what ended them"),
                ("shared/base/a.cpp", "    emit changed();\n", "keyword"),
                ("shared/base/a.h", "signals:\n", "keyword"),
                ("shared/base/CamelCase.cpp", "\n", "snake_case")):
            with self.subTest(text=text):
                self.setUp()
                self.write(path, text)
                problems = self.problems()
                self.assertTrue(problems and all(part in problem for problem in problems), problems)

    def test_what_looks_alike_is_fine(self):
        self.write("shared/base/a.h", "inline void f()\n{\n    using namespace Qt;\n}\n")
        self.write("tests/unit/tst_a.cpp", "process.waitForFinished(); QEventLoop loop;\n")
        self.write("client-gui/a.cpp", '// setHtml(x) waitForReadyRead SIGNAL(x)\nauto a = tr(\n    "Text"); f("SLOT(x)");\n'
                                       "QEventLoop::ProcessEventsFlags flags; pool.waitForDone(); Q_EMIT changed();\n"
                                       'auto s = str(a); auto q = R"(SIGNAL(x))"; auto n = 1\'000; auto m = \'"\';\n')
        self.write("client-gui/b.cpp", "label->setToolTip(plainToolTip(name));\nm_icon.setToolTip(words); // of the tray\n"
                                       "QToolTip::showText(place, isLong ? plainToolTip(\n name) : QString());\n")
        self.write("client-console/a.cpp", 'constexpr auto x = QT_TR_NOOP("Text");\nauto y = tr(x);\n')
        self.write("shared/transport/a.cpp", "bool D::processEvents(QEventLoop::ProcessEventsFlags flags);\n")
        self.assertEqual(self.problems(), [])

    def test_a_missing_header_is_found(self):
        for path in ("shared/base/a.cpp", "cmake/a.cmake", "tests/a.py", "run.sh", "server/store/sqlite/001.sql",
                     "shared/CMakeLists.txt"):
            with self.subTest(path=path):
                self.setUp()
                self.write(path, "\n", header="")
                self.assertOne(self.problems(), "no SPDX header")

    def test_a_missing_include_guard_is_found(self):
        self.write("shared/base/a.h", "")
        (self.root / "shared/base/a.h").write_text(HEADER, encoding="utf-8")
        self.assertOne(self.problems(), "#pragma once")


def message(source, translation, plural=False, state=""):
    kind = f' type="{state}"' if state else ""
    forms = "".join(f"<numerusform>{form}</numerusform>" for form in translation) if plural else translation
    return (f'<message{" numerus=" + chr(34) + "yes" + chr(34) if plural else ""}><source>{source}</source>'
            f"<translation{kind}>{forms}</translation></message>")


class Translations(Tree):
    PLURAL = message("%n room(s)", ["%n room", "%n rooms"], plural=True)

    def problems(self, french, english=PLURAL, tag="fr_FR"):
        for language, name, text in (
                ("fr", tag, french + message("%n room(s)", ["%n salon", "%n salons"], plural=True)),
                ("en", "en_US", english)):
            (self.root / f"x_{language}.ts").write_text(
                '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
                f'<TS version="2.1" language="{name}" sourcelanguage="en">'
                f"<context><name>A</name>{text}</context></TS>", encoding="utf-8")
        return check_translations.catalogue_problems(self.root, "x")

    def test_a_complete_catalogue_passes(self):
        for source, french in (("Hello %1", "Bonjour %1"), ("Really?", "Vraiment\u202f?"), ("Why?!", "Pourquoi\u00a0?!"),
                               ("“%1”", "«\u00a0%1\u00a0»"), ("salon://host:7256/?key", "salon://hôte:7256/?key"),
                               ("At 12:30 (a: b)", "À 12:30 (a\u00a0: b)"), ("Line\n", "Ligne\n")):
            with self.subTest(french=french):
                self.assertEqual(self.problems(message(source, french)), [])

    def test_each_rule_finds_its_breach(self):
        for text, part in (
                (message("Hello", "Bonjour", state="unfinished"), "unfinished"),
                (message("Hello", "Bonjour", state="vanished"), "vanished"),
                (message("Hello", "Bonjour", state="obsolete"), "obsolete"),
                (message("Hello", ""), "not every form"),
                (message("%n x", ["%n", ""], plural=True), "not every form"),
                (message("Hello %1", "Bonjour"), "placeholders"), (message("%1 %2", "%1 %1"), "placeholders"),
                (message("Hello", "Bonjour %1"), "placeholders"),
                (message("Line\n", "Ligne"), "white space"),
                (message("Really?", "Vraiment?"), "no-break"), (message("Really?", "Vraiment ?"), "no-break"),
                (message("Name: %1", "Nom : %1"), "no-break"), (message("Name: %1", "Nom: %1"), "no-break"),
                (message("“%1”", "« %1 »"), "no-break"), (message("“%1”", "«%1»"), "no-break"),
                (message("Hi!", "Salut !"), "no-break"), (message("a; b", "a ; b"), "no-break")):
            with self.subTest(text=text):
                self.assertTrue(any(part in problem for problem in self.problems(text)), text)

    def test_both_languages_have_the_same_plurals(self):
        self.assertOne(self.problems("", message("%n x", ["%n x", "%n x"], plural=True) + self.PLURAL), "only in English")
        self.assertOne(self.problems("", message("Other", "Other") + self.PLURAL), "only in English")
        self.assertOne(self.problems("", ""), "plural forms missing")

    def test_a_wrong_language_is_found(self):
        self.assertOne(self.problems("", tag="de_DE"), "fr_FR")

    def test_a_missing_or_broken_catalogue_is_found(self):
        self.problems("")
        (self.root / "x_en.ts").write_text("<TS", encoding="utf-8")
        self.assertOne(check_translations.catalogue_problems(self.root, "x"), "x_en.ts")
        (self.root / "x_en.ts").unlink()
        self.assertOne(check_translations.catalogue_problems(self.root, "x"), "x_en.ts")

    @unittest.skipUnless(len(sys.argv) > 1, "lupdate not given")
    def test_strings_that_the_catalogue_lacks_or_lost_are_found(self):
        self.write("a.h", '#include <QObject>\nclass A : public QObject { Q_OBJECT };\n')
        source = self.write("a.cpp", '#include "a.h"\nauto a = A::tr("New");\nauto b = A::tr("%n room(s)", nullptr, 2);\n')
        self.problems(message("Old", "Ancien"))
        listed = self.write("sources", f"{source}\n", header="")
        problems = check_translations.source_problems(self.root, "x", LUPDATE, listed, self.root)
        self.assertEqual(len(problems), 2, problems)
        self.assertIn("'New': in the source, not", problems[0])
        self.assertIn("'Old': no longer", problems[1])


class Words(Tree):
    def problems(self, document):
        self.write("list.h", "X(First, 1)\nX(Second, 2)\n")
        self.write("doc.md", document)
        return check_words.problems(self.root / "list.h", r"X\((\w+), \d+\)", self.root / "doc.md")

    def test_every_word_must_be_there_as_a_word(self):
        self.assertEqual(self.problems("First and `Second`."), [])
        self.assertOne(self.problems("First"), "`Second`")
        self.assertOne(self.problems("First SecondThoughts"), "`Second`")

    def test_a_list_without_words_or_a_missing_document_is_found(self):
        self.problems("")
        self.assertOne(check_words.problems(self.root / "doc.md", r"X\((\w+)\)", self.root / "doc.md"), "nothing matches")
        self.assertOne(check_words.problems(self.root / "list.h", "X", self.root / "none.md"), "none.md")


class Icons(Tree):
    def problems(self, icons, *drawn):
        self.write("resources/CMakeLists.txt", f"set(icons {icons})\nset(drawings empty)\n")
        self.write("client-gui/a.cpp", 'paintIcon(u"bell"_s); show(u"empty"_s); // not a word of alert\n')
        for name in ("drawings/empty", *(f"icons/{each}" for each in drawn)):
            self.write(f"resources/{name}.svg", "<svg/>", header="")
        return check_icons.problems(self.root)

    def test_an_icon_that_is_listed_and_used_is_fine(self):
        self.assertEqual(self.problems("bell", "bell"), [])

    def test_an_unused_an_unlisted_and_a_missing_icon_are_found(self):
        self.assertOne(self.problems("alert bell", "alert", "bell"), "alert.svg is used by nothing")
        self.assertOne(self.problems("alert", "alert", "bell")[:1], "bell.svg is not in the list")
        self.assertOne(self.problems("alert bell lost", "alert", "bell")[:1], "lost.svg is listed and missing")

    def test_an_empty_tree_is_not_a_pass(self):
        self.assertOne(check_icons.problems(self.root), "is missing")


class Links(Tree):
    def test_a_forbidden_library_is_found(self):
        closure = self.write("core.txt", "Qt6::Core\nQt6::Gui\n", header="")
        self.assertOne(check_links.problems(closure, "Qt6::(Gui|Widgets)"), "links Qt6::Gui")
        self.assertEqual(check_links.problems(closure, "Qt6::Widgets"), [])
        self.assertOne(check_links.problems(self.write("none.txt", "", header=""), "x"), "empty")


class CommandLine(Tree):
    def test_a_breach_is_a_non_zero_exit(self):
        self.write("shared/base/a.cpp", '#include "server/app/server.h"\nconnect(a, SIGNAL(x()));\n')
        for script in ("check_layers.py", "check_sources.py"):
            run = subprocess.run([sys.executable, str(pathlib.Path(__file__).parent / script), str(self.root)],
                                 capture_output=True, text=True, check=False)
            self.assertEqual(run.returncode, 1)
            self.assertIn("shared/base/a.cpp:", run.stdout)


LUPDATE = sys.argv[1] if len(sys.argv) > 1 else None

class Documents(Tree):
    def problems(self):
        return check_documents.problems(self.root)

    def test_no_document_is_not_a_pass(self):
        self.assertOne(self.problems(), "no document")

    def test_links_that_lead_somewhere(self):
        self.write("docs/picture.png", "", header="")
        self.write("docs/OTHER.md", "# Other: a `word`, *two*\n```\n# no heading\n[none](none.md)\n```\n", header="")
        self.write("README.md", "![p](docs/picture.png) [o](docs/OTHER.md#other-a-word-two) [w](https://a.example/#x) "
                                "[d](docs) [h](#here)\n\n## Here\n", header="")
        self.assertEqual(self.problems(), [])

    def test_each_broken_one_is_found(self):
        for link, part in (("![p](docs/none.png)", "there is no docs/none.png"), ("[n](NONE.md)", "there is no NONE.md"),
                           ("[h](#nowhere)", "no heading is #nowhere"), ("[h](README.md#no)", "no heading is README.md#no")):
            self.write("README.md", f"# Title\n{link}\n", header="")
            self.assertOne(self.problems(), part)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
