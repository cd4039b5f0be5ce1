// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLocalServer>
#include <QObject>

namespace salon {

/// One running program per data folder. The one that holds the folder's lock listens; a second one tells it to come to
/// the front, with the join link it was started with, and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    static constexpr int AnswerMs = 2000;

    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);

    /// For the first one: hears the others from now on.
    void listen();
    /// For another one: ends in delivered() or failed().
    void tellTheFirst(const QString &link);

Q_SIGNALS:
    /// Another program was started on the same folder.
    void called(const QString &link);
    void delivered();
    void failed();

private:
    void accept();

    QString m_name;
    QLocalServer m_server;
};

} // namespace salon
