// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/members/removal_question.h"

#include "client-gui/dialogs/question_dialog.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/workspace.h"

#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

struct RemovalText
{
    Q_DECLARE_TR_FUNCTIONS(salon::RemovalText)
public:
    //: %1 is a person, %2 a room
    static QString remove(const QString &name, const QString &room)
    {
        return tr("Remove %1 from “%2”?").arg(name, room);
    }
    static QString removeText()
    {
        return tr("They can come back when somebody invites them, or by themselves into a public room.");
    }
    //: %1 is a person, %2 a room
    static QString ban(const QString &name, const QString &room) { return tr("Ban %1 from “%2”?").arg(name, room); }
    static QString banText()
    {
        return tr("They are put out and cannot come back, until somebody lifts the ban in “About this room”.");
    }
    static QString doRemove() { return tr("Remove"); }
    static QString doBan() { return tr("Ban"); }
};

} // namespace

void askToRemove(
    Theme &theme, Workspace &workspace, RoomId room, AccountId person, const QString &name, bool isBan, QWidget *parent)
{
    const QString where = workspace.rooms().displayName(room);
    auto *question = new QuestionDialog(
        theme,
        [name, where, isBan] {
            return isBan
                ? QuestionDialog::Words{ RemovalText::ban(name, where), RemovalText::banText(), RemovalText::doBan() }
                : QuestionDialog::Words{ RemovalText::remove(name, where), RemovalText::removeText(),
                      RemovalText::doRemove() };
        },
        parent);
    question->setObjectName(u"removalQuestion"_s);
    QObject::connect(question, &QuestionDialog::confirmed, question,
        [question, there = QPointer<Workspace>(&workspace), room, person, isBan] {
            if (!there)
                return;
            whenReady(there->removeFromRoom(room, person, isBan), question, [question](const Result<> &done) {
                if (done)
                    question->accept();
                else
                    question->failed(done.error());
            });
        });
    question->open();
}

} // namespace salon
