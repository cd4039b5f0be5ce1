// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/link_question.h"

#include "client-gui/dialogs/question_dialog.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

struct LinkQuestionText
{
    Q_DECLARE_TR_FUNCTIONS(salon::LinkQuestionText)
public:
    static QString heading() { return tr("This link leads elsewhere"); }
    //: An address follows
    static QString text() { return tr("What you clicked looks like another address. It really leads to:"); }
    static QString open() { return tr("Open it all the same"); }
};

/// "bank.example", "https://bank.example/x", "www.bank.example/login": the host that somebody would read there.
QString hostRead(const QString &shown)
{
    static const QRegularExpression address(
        uR"(^\s*(?:[a-z][a-z0-9+.-]*://)?(?:[^\s/@]+@)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)\.?(?::\d+)?(?:[/?#]\S*)?\s*$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return address.match(shown).captured(1);
}

QString comparable(const QString &host)
{
    QString ascii = QString::fromLatin1(QUrl::toAce(host)).toLower();
    if (ascii.startsWith("www."_L1))
        ascii.remove(0, 4);
    return ascii;
}

} // namespace

bool isMisleading(const QUrl &link, const QString &shown)
{
    const QString read = hostRead(shown);
    if (read.isEmpty())
        return false;
    const QString host = link.scheme() == "mailto"_L1 ? link.path().section(u'@', -1) : link.host();
    return comparable(read) != comparable(host);
}

void askAboutLink(Theme &theme, const QUrl &link, QWidget *parent)
{
    const QString address = QString::fromLatin1(link.toEncoded());
    auto *question = new QuestionDialog(
        theme,
        [address] {
            return QuestionDialog::Words{ LinkQuestionText::heading(), LinkQuestionText::text() + u'\n' + address,
                LinkQuestionText::open() };
        },
        parent);
    QObject::connect(question, &QuestionDialog::confirmed, question, [question, link] {
        QDesktopServices::openUrl(link);
        question->accept();
    });
    question->open();
}

} // namespace salon
