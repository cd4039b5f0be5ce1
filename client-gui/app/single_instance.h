// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QTimer>

namespace salon {

/// One running program per data folder. The one that holds the folder's lock listens; a second one tells it to come to
/// the front, with the join link it was started with, and ends. A link may carry an invitation: where the first one
/// listens is drawn by lot and stands in the folder, which only its owner reads, so that nobody else on this machine
/// can be there before it and be told.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    static constexpr int AnswerMs = 5000;

    explicit SingleInstance(QString dataFolder, int answerMs = AnswerMs, QObject *parent = nullptr);

    /// For the first one: hears the others from now on.
    void listen();
    /// Hears nobody any more; who comes now waits until the folder is free.
    void stopListening();
    /// For another one: ends in delivered() or failed(). The first one may be starting or ending just now, so it is
    /// tried again and again for AnswerMs.
    void tellTheFirst(const QString &link);

Q_SIGNALS:
    /// Another program was started on the same folder.
    void called(const QString &link);
    void delivered();
    void failed();

private:
    static constexpr int PauseMs = 50;

    [[nodiscard]] QString noteFile() const;
    [[nodiscard]] QString notedPlace() const;
    void accept();
    void connectToFirst();
    void endTelling();

    QString m_dataFolder;
    QLocalServer m_server;
    QLocalSocket m_toFirst;
    QString m_link; ///< to tell
    QTimer m_retry;
    QTimer m_deadline;
};

} // namespace salon
