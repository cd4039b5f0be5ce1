// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/import/export_line.h"

#include "shared/base/file_name.h"
#include "shared/base/text_checks.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr double MaxExactInteger = 9'007'199'254'740'991.0;
constexpr qsizetype MaxMediaTypeChars = 127;
constexpr qsizetype HashBytes = 32;

/// Reads fields of an object; remembers the first that is not what it has to be. What is left out is empty.
class Fields
{
public:
    explicit Fields(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    QString text(const QString &name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isString())
            noteBad(name);
        return value.toString();
    }
    qint64 number(const QString &name, double most = MaxExactInteger)
    {
        const QJsonValue value = m_object.value(name);
        if (value.isUndefined())
            return 0;
        const double number = value.toDouble(-1);
        if (!value.isDouble() || number < 0 || number > most || number != std::floor(number)) {
            noteBad(name);
            return 0;
        }
        return qint64(number);
    }
    QJsonObject object(const QString &name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isObject())
            noteBad(name);
        return value.toObject();
    }
    QJsonArray array(const QString &name)
    {
        const QJsonValue value = m_object.value(name);
        if (!value.isUndefined() && !value.isArray())
            noteBad(name);
        return value.toArray();
    }
    void noteBad(const QString &name)
    {
        if (m_bad.isEmpty())
            m_bad = name;
    }
    [[nodiscard]] bool isOk() const { return m_bad.isEmpty(); }
    [[nodiscard]] tl::unexpected<ImportFailure> failure() const { return failImport(ImportProblem::BadField, m_bad); }

private:
    QJsonObject m_object;
    QString m_bad;
};

ImportResult<QJsonObject> objectOf(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return failImport(ImportProblem::NotJson);
    return document.object();
}

/// "2026-03-01T17:04:05.678Z"; nothing for what is no moment.
std::optional<qint64> momentOf(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid() || moment.timeSpec() == Qt::LocalTime || moment.toMSecsSinceEpoch() <= 0)
        return std::nullopt;
    return moment.toMSecsSinceEpoch();
}

/// As somebody is called; a name that nobody could have here is none.
QString nameOf(const QString &text)
{
    return checkDisplayName(text).value_or(QString());
}

ImportResult<ExportFile> fileFrom(const QJsonValue &value)
{
    Fields fields(value.toObject());
    ExportFile file;
    file.name = fields.text(u"name"_s);
    file.path = fields.text(u"path"_s);
    file.size = quint64(fields.number(u"size"_s));
    file.hash = QByteArray::fromHex(fields.text(u"sha256"_s).toLatin1());
    file.mediaType = fields.text(u"mediaType"_s);
    file.width = quint32(fields.number(u"width"_s, 0xFFFFFFFF));
    file.height = quint32(fields.number(u"height"_s, 0xFFFFFFFF));
    if (!checkFileName(file.name))
        fields.noteBad(u"name"_s);
    if (!checkFilePath(file.path))
        fields.noteBad(u"path"_s);
    if (file.hash.size() != HashBytes)
        fields.noteBad(u"sha256"_s);
    if (file.mediaType.size() > MaxMediaTypeChars)
        fields.noteBad(u"mediaType"_s);
    const QString place = fields.text(u"file"_s);
    if (!fields.isOk())
        return fields.failure();
    if (place.isEmpty())
        return file;
    // One folder, and nothing outside of it.
    file.place = place.mid(u"files/"_s.size());
    if (!place.startsWith("files/"_L1) || !checkFileName(file.place))
        return failImport(ImportProblem::BadFilePlace, place);
    return file;
}

ImportResult<> addFiles(ExportLine &line, Fields &fields)
{
    const QJsonArray files = fields.array(u"files"_s);
    line.folder = fields.text(u"folder"_s);
    if (files.size() > MaxExportedFiles)
        fields.noteBad(u"files"_s);
    if (!line.folder.isEmpty() && !checkFileName(line.folder))
        fields.noteBad(u"folder"_s);
    if (!fields.isOk())
        return fields.failure();
    for (const QJsonValue &value : files) {
        auto file = fileFrom(value);
        if (!file)
            return tl::unexpected(file.error());
        line.files.append(std::move(*file));
    }
    return {};
}

ImportResult<> addText(ExportLine &line, Fields &fields)
{
    const auto text = checkMessageText(fields.text(u"text"_s));
    const bool isBare = !text && text.error().code == ErrorCode::EmptyText && !line.files.isEmpty();
    if (!text && !isBare)
        return tl::unexpected(ImportFailure{ ImportProblem::BadText, 0, {}, text.error() });
    line.text = text.value_or(QString());
    const QString format = fields.text(u"format"_s);
    if (format == "markdown"_L1)
        line.format = TextFormat::Markdown;
    else if (format == "action"_L1)
        line.format = TextFormat::Action;
    else if (!format.isEmpty())
        fields.noteBad(u"format"_s);
    return {};
}

/// What no program gave an id has one by its place, so that it is stored once, too.
Cid cidOf(Fields &fields, const ExportHeader &header, Seq seq)
{
    const QString text = fields.text(u"cid"_s);
    if (text.isEmpty()) {
        const QString place = u"salon:%1/%2/%3"_s.arg(header.serverId).arg(header.roomId).arg(seq);
        return QUuid::createUuidV5(QUuid(), place);
    }
    const Cid cid = QUuid::fromString(text);
    if (cid.isNull())
        fields.noteBad(u"cid"_s);
    return cid;
}

} // namespace

ImportResult<ExportHeader> parseExportHeader(const QByteArray &line)
{
    const auto object = objectOf(line);
    if (!object || object->value(u"salon"_s).toString() != "export"_L1)
        return failImport(ImportProblem::NotAnExport);
    Fields fields(*object);
    if (fields.number(u"version"_s) != 1)
        return failImport(ImportProblem::UnknownVersion);
    Fields server(fields.object(u"server"_s));
    Fields room(fields.object(u"room"_s));
    const ExportHeader header{ server.text(u"id"_s), server.text(u"name"_s), room.number(u"id"_s),
        room.text(u"name"_s) };
    for (const Fields *each : { &fields, &server, &room }) {
        if (!each->isOk())
            return each->failure();
    }
    return header;
}

ImportResult<ExportLine> parseExportLine(const QByteArray &bytes, const ExportHeader &header, qint64 latestMs)
{
    const auto object = objectOf(bytes);
    if (!object)
        return tl::unexpected(object.error());
    Fields fields(*object);
    ExportLine line;
    line.seq = fields.number(u"seq"_s);
    const auto moment = momentOf(fields.text(u"time"_s));
    if (!moment || *moment > latestMs)
        fields.noteBad(u"time"_s);
    const QString kind = fields.text(u"kind"_s);
    if (kind.isEmpty())
        fields.noteBad(u"kind"_s);
    if (line.seq == 0)
        fields.noteBad(u"seq"_s);
    if (!fields.isOk())
        return fields.failure();
    line.timeMs = *moment;
    const bool isSaid = kind == "message"_L1 || kind == "announcement"_L1;
    if (!isSaid || object->value(u"deleted"_s).toBool())
        return line;

    if (const auto added = addFiles(line, fields); !added)
        return tl::unexpected(added.error());
    if (const auto added = addText(line, fields); !added)
        return tl::unexpected(added.error());
    Fields author(fields.object(u"author"_s));
    line.login = checkLogin(author.text(u"login"_s)).value_or(QString());
    line.name = nameOf(author.text(u"name"_s));
    if (line.login.isEmpty() && line.name.isEmpty())
        line.name = nameOf(header.serverName);
    line.alias = nameOf(fields.text(u"alias"_s));
    line.cid = cidOf(fields, header, line.seq);
    line.replyTo = fields.number(u"replyTo"_s);
    if (line.replyTo >= line.seq)
        fields.noteBad(u"replyTo"_s);
    for (const Fields *each : { &fields, &author }) {
        if (!each->isOk())
            return each->failure();
    }
    line.isMessage = true;
    return line;
}

} // namespace salon::server
