// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/login_suggestion.h"

#include "shared/base/text_checks.h"
#include "shared/base/text_limits.h"

using namespace Qt::StringLiterals;

namespace salon {

QString suggestLogin(const QString &displayName, int number)
{
    QString base;
    bool separates = false;
    const auto append = [&](QStringView letters) {
        if (separates && !base.isEmpty())
            base += u'.';
        separates = false;
        base += letters;
    };
    const QString plain = displayName.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (c.isMark())
            continue;
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            append(QStringView(&c, 1));
        else if (c == u'œ')
            append(u"oe");
        else if (c == u'æ')
            append(u"ae");
        else if (c == u'ß')
            append(u"ss");
        else
            separates = true;
    }
    const QString suffix = number > 1 ? QString::number(number) : QString();
    base.truncate(text_limits::MaxLoginChars - suffix.size());
    if (base.isEmpty() || !checkLogin(base))
        base = u"user"_s;
    return base + suffix;
}

} // namespace salon
