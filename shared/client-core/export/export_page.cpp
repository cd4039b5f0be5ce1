// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/export/export_page.h"

#include "shared/client-core/export/export_markup.h"
#include "shared/client-core/export/export_records.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/session/message_form.h"
#include "shared/client-core/text/event_text.h"
#include "shared/markup/format_text.h"
#include "shared/markup/plain_text.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MaxQuoteChars = 160;

/// A name in its own direction, whatever stands beside it.
QString isolated(const QString &text)
{
    return u"<bdi>"_s + text.toHtmlEscaped() + u"</bdi>"_s;
}

QString style()
{
    return u"<style>"
           ":root{color-scheme:light dark;--ground:#fff;--text:#1b1c20;--quiet:#5f626d;--line:#d9d9e0;--raised:#f6f6f8;"
           "--accent:#4b57d6}"
           "@media(prefers-color-scheme:dark){:root{--ground:#1c1d21;--text:#e9e9ec;--quiet:#a3a6b1;--line:#3c3f47;"
           "--raised:#2b2d33;--accent:#9aa2ff}}"
           "body{font:16px/1.5 system-ui,sans-serif;font-variant-emoji:unicode;max-width:46rem;margin:2rem "
           "auto;padding:0 1rem;"
           "background:var(--ground);color:var(--text)}"
           "a{color:var(--accent)}h1{margin-bottom:.2rem;overflow-wrap:anywhere}"
           "h2{font-size:1rem;text-align:center;color:var(--quiet);border-bottom:1px solid var(--line);margin:2rem 0 "
           "1rem;"
           "padding-bottom:.3rem}"
           "header p,footer{color:var(--quiet);margin:.2rem 0}footer{text-align:center;margin-top:2rem}"
           "article{margin:.9rem 0;overflow-wrap:anywhere}article:target{outline:2px solid "
           "var(--accent);outline-offset:4px}"
           "article p{margin:.15rem 0;white-space:pre-wrap;unicode-bidi:plaintext;text-align:start}"
           ".who{font-weight:bold}time,.note{color:var(--quiet);font-size:.85em;font-weight:normal}"
           ".fact{color:var(--quiet);font-size:.9em;text-align:center;unicode-bidi:isolate}"
           ".quote{display:block;border-left:3px solid var(--line);padding-left:.6rem;margin:.2rem "
           "0;color:var(--quiet);"
           "text-decoration:none}.quote:hover{border-color:var(--accent)}"
           "blockquote{border-left:3px solid var(--line);margin:.2rem 0;padding-left:.6rem;color:var(--quiet)}"
           "code{font:.9em ui-monospace,monospace;background:var(--raised);border-radius:4px;padding:0 .2em}"
           "pre{overflow:auto;background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.6rem;"
           "margin:.4rem 0}pre code{padding:0;background:none}"
           "img{max-width:100%;max-height:26rem;width:auto;height:auto;display:block;border-radius:8px;margin:.3rem 0}"
           ".reactions{display:flex;flex-wrap:wrap;gap:.3rem;margin:.3rem 0}"
           ".reactions span{border:1px solid var(--line);background:var(--raised);border-radius:1rem;padding:0 .6rem;"
           "font-size:.9em;color:var(--text)}"
           ".spoiler{background:var(--text);color:var(--text);border-radius:4px}.spoiler:hover,.spoiler:focus{"
           "background:none}"
           ".in1{margin-left:1.5rem}.in2{margin-left:3rem}.in3{margin-left:4.5rem}.in4{margin-left:6rem}"
           ".in5{margin-left:7.5rem}.in6{margin-left:9rem}.in7{margin-left:10.5rem}.in8{margin-left:12rem}"
           "</style>"_s;
}

} // namespace

ExportPage::ExportPage(const ExportHead &head)
    : m_head(head)
{
}

QString ExportPage::begin() const
{
    const QLocale locale;
    const QString title = m_head.roomName.toHtmlEscaped();
    const QString when
        = locale.toString(QDateTime::fromMSecsSinceEpoch(m_head.exportedMs), QLocale::LongFormat).toHtmlEscaped();
    const QString direction = locale.textDirection() == Qt::RightToLeft ? u"rtl"_s : u"ltr"_s;
    QString html
        = u"<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; "
          "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"_s
              .arg(locale.bcp47Name().toHtmlEscaped(), direction);
    html += u"<title>"_s + title + u"</title>\n"_s + style() + u"\n</head>\n<body>\n<header>\n<h1>"_s + title
        + u"</h1>\n"_s;
    if (!m_head.topic.isEmpty())
        html += u"<p>"_s + isolated(m_head.topic) + u"</p>\n"_s;
    //: Server, date and time, person
    html += u"<p>"_s
        + tr("From “%1”, exported on %2 by %3.")
              .toHtmlEscaped()
              .arg(isolated(m_head.serverName), when, isolated(m_head.by.name))
        + u"</p>\n</header>\n<main>\n"_s;
    return html;
}

QString ExportPage::end() const
{
    return u"</main>\n<footer><p>"_s + tr("End of the export").toHtmlEscaped() + u"</p></footer>\n</body>\n</html>\n"_s;
}

QString ExportPage::day(const RoomEvent &event)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(event.timeMs).date();
    if (std::exchange(m_day, day) == day)
        return {};
    return u"<h2>"_s + QLocale().toString(day, QLocale::LongFormat).toHtmlEscaped() + u"</h2>\n"_s;
}

QString ExportPage::add(const RoomEvent &event, const ExportPeople &people, const QSet<QByteArray> &missing)
{
    if (!hasLine(event.kind))
        return {};
    const QString then = event.authorName.isEmpty() ? people.value(event.author).name : event.authorName;
    const QString author = event.alias.isEmpty() ? then : event.alias;
    QString html = day(event) + u"<article id=\"m%1\">\n"_s.arg(event.seq);
    if (event.kind == EventKind::Message) {
        html += message(event, author, missing);
        html += reactions(event, people);
        remember(event, author);
    } else {
        const QString subject = people.value(event.subject).name;
        html += u"<p class=\"fact\">"_s + EventText::of(event, author, subject).toHtmlEscaped() + u" <time>"_s
            + QLocale()
                  .toString(QDateTime::fromMSecsSinceEpoch(event.timeMs).time(), QLocale::ShortFormat)
                  .toHtmlEscaped()
            + u"</time></p>\n"_s;
    }
    return html + u"</article>\n"_s;
}

QString ExportPage::message(const RoomEvent &event, const QString &author, const QSet<QByteArray> &missing)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(event.timeMs);
    const QString who = u"<span class=\"who\">"_s + isolated(author) + u"</span> "_s;
    QString said = htmlOf(formatText(event.text, event.format));
    // Somebody tells what they do, in one line: "Marie waves".
    const bool isTold = event.format == TextFormat::Action && !event.deleted && said.startsWith("<p>"_L1);
    if (isTold)
        said.insert(3, who);
    QString html = u"<p>"_s + (isTold ? QString() : who) + u"<time datetime=\""_s
        + time.toUTC().toString(Qt::ISODateWithMs) + u"\">"_s
        + QLocale().toString(time.time(), QLocale::ShortFormat).toHtmlEscaped() + u"</time>"_s;
    if (event.editedMs > 0)
        html += u" <span class=\"note\">"_s + tr("edited").toHtmlEscaped() + u"</span>"_s;
    if (event.pinned)
        html += u" <span class=\"note\">"_s + tr("pinned").toHtmlEscaped() + u"</span>"_s;
    html += u"</p>\n"_s;
    if (event.deleted)
        return html + u"<p class=\"note\">"_s + tr("This message was deleted.").toHtmlEscaped() + u"</p>\n"_s;
    if (event.target > 0)
        html += quote(event.target);
    html += said + u'\n';
    if (!event.folder.isEmpty())
        html += u"<p class=\"note\">"_s + tr("Folder “%1”").toHtmlEscaped().arg(isolated(event.folder)) + u"</p>\n"_s;
    for (const FileEntry &entry : event.files)
        html += file(entry, missing);
    return html;
}

QString ExportPage::quote(Seq target) const
{
    const auto quoted = m_quotes.constFind(target);
    const QString text = quoted == m_quotes.cend()
        ? tr("An earlier message").toHtmlEscaped()
        //: A message that is answered: author, its beginning
        : tr("%1: %2").toHtmlEscaped().arg(isolated(quoted->author), isolated(quoted->text));
    return u"<a class=\"quote\" href=\"#m%1\">"_s.arg(target) + text + u"</a>\n"_s;
}

QString ExportPage::file(const FileEntry &file, const QSet<QByteArray> &missing)
{
    const QString name = shownName(file);
    const QString folders = file.path.isEmpty() ? QString() : file.path + u'/';
    const QString label
        = isolated(folders + name) + u" <span class=\"note\">"_s + sizeText(file.size).toHtmlEscaped() + u"</span>"_s;
    if (missing.contains(file.hash))
        return u"<p>"_s + label + u" <span class=\"note\">"_s + tr("The server had this file no more.").toHtmlEscaped()
            + u"</span></p>\n"_s;
    const QString path = exportedFilePath(file).toHtmlEscaped();
    QString html
        = u"<p><a href=\""_s + path + u"\" download=\""_s + name.toHtmlEscaped() + u"\">"_s + label + u"</a></p>\n"_s;
    if (isImage(file))
        html += u"<img src=\"%1\" width=\"%2\" height=\"%3\" loading=\"lazy\" alt=\""_s.arg(path)
                    .arg(file.width)
                    .arg(file.height)
            + name.toHtmlEscaped() + u"\">\n"_s;
    return html;
}

QString ExportPage::reactions(const RoomEvent &event, const ExportPeople &people)
{
    if (event.reactions.isEmpty())
        return {};
    QStringList shown;
    for (const ReactionEntry &reaction : event.reactions) {
        QStringList names;
        for (const AccountId person : reaction.people)
            names << people.value(person).name;
        names.removeAll(QString());
        shown << u"<span title=\""_s + names.join(", "_L1).toHtmlEscaped() + u"\">"_s + reaction.emoji.toHtmlEscaped()
                + u' ' + QString::number(reaction.count) + u"</span>"_s;
    }
    return u"<p class=\"reactions\">"_s + shown.join(u' ') + u"</p>\n"_s;
}

void ExportPage::remember(const RoomEvent &event, const QString &author)
{
    if (event.deleted)
        return;
    while (m_quoteOrder.size() >= MaxQuotes)
        m_quotes.remove(m_quoteOrder.takeFirst());
    m_quoteOrder.append(event.seq);
    const QString text = oneLine(formatText(event.text.left(4 * MaxQuoteChars), event.format), MaxQuoteChars);
    const bool hasOnlyFiles = text.isEmpty() && !event.files.isEmpty();
    m_quotes.insert(event.seq, { author, hasOnlyFiles ? shownName(event.files.first()) : text });
}

} // namespace salon
