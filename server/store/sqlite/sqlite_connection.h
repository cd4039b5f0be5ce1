// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>
#include <optional>

namespace salon::server {

/// Why SQLite did not do something.
struct SqliteFailure
{
    enum class Kind
    {
        Full, ///< no space; may pass
        Broken, ///< reading, writing or syncing failed, or the file is damaged: stop using it
        Constraint, ///< a statement broke a rule of the schema: an error of ours
        Other
    };
    Kind kind = Kind::Other;
    QString text{};
};

/// One connection to a SQLite database and its prepared statements. Belongs to the thread that opens it.
class SqliteConnection
{
public:
    enum class Access
    {
        ReadWrite,
        ReadOnly
    };

    SqliteConnection();
    ~SqliteConnection();
    Q_DISABLE_COPY_MOVE(SqliteConnection)

    /// Fails with CannotOpenFile or DatabaseDamaged, both {path}.
    Result<> open(const QString &path, Access access);

    /// The statement in :/salon/store/<name>.sql.
    [[nodiscard]] QSqlQuery prepare(const QString &name);

    /// Binds by position and runs. What went wrong first since clearFailure() is in failure().
    template <class... Values>
    bool run(QSqlQuery &query, const Values &...values)
    {
        int position = 0;
        (query.bindValue(position++, toVariant(values)), ...);
        return check(query.exec(), query);
    }
    /// Goes to the next row of what ran. False at the end, and when reading failed: that is in failure() then, and what
    /// was read so far is not all there is. QSqlQuery::next() alone would not tell the two apart.
    bool next(QSqlQuery &query);
    /// A statement without parameters that is run once.
    bool execute(const QString &sql);
    /// The first value of the first row, of a statement that is run once; invalid when there is no row.
    [[nodiscard]] QVariant valueOf(const QString &sql);
    /// The same of a prepared statement that just ran, which is finished then.
    [[nodiscard]] QVariant firstValue(QSqlQuery &query);

    [[nodiscard]] const std::optional<SqliteFailure> &failure() const { return m_failure; }
    void clearFailure() { m_failure.reset(); }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    template <class Tag>
    static QVariant toVariant(StrongId<Tag> id)
    {
        return id.isValid() ? QVariant(id.value) : QVariant(QMetaType::fromType<qint64>());
    }
    static QVariant toVariant(const QString &text) { return text.isNull() ? QVariant(QStringLiteral("")) : text; }
    static QVariant toVariant(const QByteArray &bytes) { return bytes.isNull() ? QVariant(QByteArray("")) : bytes; }
    static QVariant toVariant(const QUuid &uuid) { return uuid.isNull() ? QVariant() : QVariant(uuid.toRfc4122()); }
    static QVariant toVariant(const QVariant &value) { return value; }
    static QVariant toVariant(qint64 value) { return value; }
    static QVariant toVariant(quint64 value) { return value; }
    static QVariant toVariant(quint32 value) { return value; }
    static QVariant toVariant(int value) { return value; }

    bool check(bool ok, const QSqlQuery &query);
    void note(const QSqlError &error);

    QString m_name;
    QString m_path;
    QSqlDatabase m_database;
    std::optional<SqliteFailure> m_failure;
};

/// An id column that may be NULL.
template <class Id>
[[nodiscard]] Id idAt(const QSqlQuery &query, int column)
{
    return Id{ query.value(column).toLongLong() };
}

} // namespace salon::server
