// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/export/export_markup.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

bool mayLink(const QString &url)
{
    const QString scheme = QUrl(url, QUrl::StrictMode).scheme().toLower();
    return scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1;
}

QString ranged(const QString &text, const StyledRange &range, const FormattedText &whole)
{
    struct Tag
    {
        TextStyle style;
        QLatin1StringView open;
        QLatin1StringView close;
    };
    static constexpr Tag tags[]{ { TextStyle::Bold, "<b>"_L1, "</b>"_L1 }, { TextStyle::Italic, "<i>"_L1, "</i>"_L1 },
        { TextStyle::Strike, "<s>"_L1, "</s>"_L1 }, { TextStyle::Code, "<code>"_L1, "</code>"_L1 },
        { TextStyle::Mention, "<b class=\"at\">"_L1, "</b>"_L1 },
        { TextStyle::Spoiler, "<span class=\"spoiler\" tabindex=\"0\">"_L1, "</span>"_L1 } };
    QString html = text.toHtmlEscaped();
    for (const Tag &tag : tags) {
        if (range.styles & tag.style)
            html = tag.open + html + tag.close;
    }
    const bool hasTarget = range.target >= 0 && range.target < whole.targets.size();
    if (!hasTarget || !(range.styles & TextStyle::Link))
        return html;
    const TextTarget &target = whole.targets[range.target];
    return mayLink(target.url)
        ? u"<a href=\""_s + target.url.toHtmlEscaped() + u"\" rel=\"noreferrer\">"_s + html + u"</a>"_s
        : html;
}

QString inner(const FormattedParagraph &paragraph, const FormattedText &whole)
{
    QString html;
    qsizetype done = 0;
    for (const StyledRange &range : paragraph.ranges) {
        html += paragraph.text.mid(done, range.start - done).toHtmlEscaped();
        html += ranged(paragraph.text.mid(range.start, range.length), range, whole);
        done = range.start + range.length;
    }
    return html + paragraph.text.mid(done).toHtmlEscaped();
}

} // namespace

QString htmlOf(const FormattedText &text)
{
    QString html;
    for (const FormattedParagraph &paragraph : text.paragraphs) {
        for (int depth = 0; depth < paragraph.quoteDepth; ++depth)
            html += "<blockquote>"_L1;
        if (paragraph.kind == FormattedParagraph::Kind::Code) {
            html += u"<pre><code>"_s + paragraph.text.toHtmlEscaped() + u"</code></pre>"_s;
        } else {
            html += paragraph.listDepth > 0 ? u"<p class=\"in%1\">"_s.arg(paragraph.listDepth) : u"<p>"_s;
            if (!paragraph.marker.isEmpty())
                html += paragraph.marker.toHtmlEscaped() + u' ';
            html += inner(paragraph, text) + u"</p>"_s;
        }
        for (int depth = 0; depth < paragraph.quoteDepth; ++depth)
            html += "</blockquote>"_L1;
    }
    return html;
}

} // namespace salon
