// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-console/screen.h"
#include "shared/nearby/nearby.h"

#include <QObject>
#include <QSet>
#include <memory>
#include <optional>

namespace salon::console {

/// The open conversation with somebody nearby in a terminal: prints its history when it opens and its lines as they
/// come, numbers its files, and says in the prompt who is there. Opens once the four words of the person are known, and
/// shows them before anything can be written to somebody accepted only now. What others write meanwhile shows with
/// their name.
class PeerView : public QObject
{
    Q_OBJECT

public:
    static constexpr int PageLines = 20;

    PeerView(Nearby &nearby, Screen &screen, LineEditor &editor);
    ~PeerView() override;

    [[nodiscard]] bool isOpen() const { return !m_person.isEmpty(); }
    [[nodiscard]] const QByteArray &person() const { return m_person; }
    /// Open with this person, or about to be.
    [[nodiscard]] bool isFor(const QByteArray &person) const { return person == m_person || person == m_awaited; }
    [[nodiscard]] QString personName() const;

    /// Prints nothing at all; for a program that only sends.
    void setSilent(bool silent) { m_silent = silent; }

    void open(const QByteArray &person);
    void close();
    /// A conversation is about to be open.
    [[nodiscard]] bool isOpening() const { return !m_awaited.isEmpty(); }
    /// The words of this person were compared already: they are not shown when the conversation opens.
    void noteCompared(const QByteArray &person) { m_compared.insert(person); }
    void showOlder();
    /// The files of the conversation that were shown, with their numbers.
    void listFiles();
    /// The file of this number; nothing if there is none.
    [[nodiscard]] std::optional<Cid> file(int number) const;
    void updatePrompt();

    /// A name of others, safe and in the colour of its device.
    [[nodiscard]] QString name(const NearbyPerson &person) const;

Q_SIGNALS:
    void opened(const QByteArray &person);
    /// No conversation is open any more.
    void closed();

private:
    void reset();
    void begin(const QByteArray &person);
    void showFirstPage();
    void showWordsOfNewcomer();
    void rowsLeave(int first, int last);
    void rowsAdded(int first, int last);
    void rowChanged(int row);
    void print(const PeerEntry &entry);
    void printFile(const PeerEntry &entry);
    void printElsewhere(const QByteArray &person, const PeerEntry &entry);
    [[nodiscard]] QString lineOf(const PeerEntry &entry);
    [[nodiscard]] QString fileLine(const PeerEntry &entry);
    [[nodiscard]] int numberOf(const Cid &cid);
    void noteDirect(bool direct);
    void nameWaiting();

    Nearby &m_nearby;
    Screen &m_screen;
    LineEditor &m_editor;
    bool m_silent = false;
    QByteArray m_person;
    QByteArray m_awaited; ///< to be opened once the words are known
    QSet<QByteArray> m_newcomers; ///< accepted in this run
    QSet<QByteArray> m_compared;
    std::unique_ptr<PeerTimeline> m_timeline;
    int m_shownFrom = 0; ///< rows before it are loaded and not printed
    bool m_isShown = false; ///< the first page is printed
    bool m_showsOlder = false; ///< a page was asked for
    QList<Cid> m_files; ///< by number, from 1 on
    QHash<Cid, PeerFileState> m_fileStates; ///< as printed last
    QHash<Cid, bool> m_waiting; ///< printed and not delivered yet; true: it says so
    QDate m_day;
};

} // namespace salon::console
