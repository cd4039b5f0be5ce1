// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/reachable_bar.h"

#include "shared/nearby/nearby.h"

#include <QEvent>
#include <QLocale>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr qsizetype MostNames = 3;

} // namespace

ReachableBar::ReachableBar(Theme &theme, Nearby &nearby, QWidget *parent)
    : Banner(theme, parent)
    , m_nearby(nearby)
{
    setObjectName(u"reachableBar"_s);
    setKind(BannerKind::Ok);
    setIconName(u"house"_s);
    connect(this, &Banner::actionTriggered, this, &ReachableBar::act);
    connect(&nearby.people(), &NearbyPeople::personChanged, this, &ReachableBar::showWords);
    connect(&nearby, &Nearby::openChanged, this, &ReachableBar::showWords);
}

void ReachableBar::setServerAway(bool isAway)
{
    m_isAway = isAway;
    showWords();
}

QList<QByteArray> ReachableBar::reachable() const
{
    QList<QByteArray> keys;
    for (const NearbyPerson &person : m_nearby.people().all())
        if (person.direct)
            keys.append(person.key);
    return keys;
}

void ReachableBar::showWords()
{
    const QList<QByteArray> keys = reachable();
    const NearbyPeople &people = m_nearby.people();
    if (!m_isAway || keys.isEmpty()) {
        setOpen(false);
        return;
    }
    QStringList names;
    for (const QByteArray &key : keys.mid(0, MostNames))
        names.append(people.index(people.rowOf(key), 0).data(NearbyPeople::NameRole).toString());
    const QString listed = QLocale().createSeparatedList(names);
    //: Who is reached directly while the server is away, where there is little room. %1 are names
    const QString inShort = tr("Directly: %1").arg(listed + (keys.size() > MostNames ? u"…"_s : QString()));
    if (keys.size() <= MostNames)
        //: %1 are one to three names
        setText(tr("Still reached directly, without the server: %1.").arg(listed), inShort);
    else
        //: %1 are three names
        setText(tr("Still reached directly, without the server: %1 and %n more.", nullptr, int(keys.size() - MostNames))
                    .arg(names.join(u", "_s)),
            inShort);
    //: Button: to a conversation
    setAction(keys.size() == 1 ? tr("Write") : tr("Write to…"));
    setOpen(true);
}

void ReachableBar::act()
{
    const QList<QByteArray> keys = reachable();
    if (keys.size() == 1) {
        Q_EMIT personChosen(keys.constFirst());
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const NearbyPeople &people = m_nearby.people();
    for (const QByteArray &key : keys) {
        QString name = people.index(people.rowOf(key), 0).data(NearbyPeople::NameRole).toString();
        menu->addAction(name.replace(u'&', u"&&"_s), this, [this, key] { Q_EMIT personChosen(key); });
    }
    menu->popup(mapToGlobal(QPoint(width() - menu->sizeHint().width(), height())));
}

void ReachableBar::changeEvent(QEvent *event)
{
    Banner::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWords();
}

} // namespace salon
