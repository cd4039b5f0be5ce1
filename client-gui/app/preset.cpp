// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/preset.h"

#include "shared/base/logging.h"
#include "shared/base/private_file.h"
#include "shared/protocol/join_link.h"

#include <QFileInfo>
#include <QStringDecoder>
#include <optional>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr qint64 MaxBytes = 64 << 10;

tl::unexpected<Error> wrong(const QString &what)
{
    return fail(ErrorCode::InvalidText, what.left(200));
}

/// Notepad writes UTF-8 with and without a mark, and UTF-16 with one.
std::optional<QString> decoded(const QByteArray &bytes)
{
    const auto encoding = QStringDecoder::encodingForData(bytes).value_or(QStringDecoder::Utf8);
    QStringDecoder decoder(encoding, QStringDecoder::Flag::Stateless); // half a character at the end is an error
    if (encoding != QStringDecoder::Utf8 && bytes.size() % 2 != 0)
        return {};
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return {};
    return text;
}

Result<> take(Preset &preset, QStringView key, const QString &value)
{
    if (key.compare("server"_L1, Qt::CaseInsensitive) == 0) {
        const auto link = JoinLink::parse(value);
        if (!value.isEmpty() && (!link || link->host.startsWith("unix:"_L1)))
            return wrong(u"server: no join link and no address"_s);
        preset.link = value;
    } else if (key.compare("language"_L1, Qt::CaseInsensitive) == 0) {
        if (!value.isEmpty() && value != "fr"_L1 && value != "en"_L1)
            return wrong(u"language: neither fr nor en"_s);
        preset.language = value;
    }
    return {};
}

} // namespace

Result<Preset> parsePreset(const QByteArray &bytes)
{
    if (bytes.size() > MaxBytes)
        return wrong(u"larger than 64 KiB"_s);
    const auto text = decoded(bytes);
    if (!text)
        return wrong(u"neither UTF-8 nor UTF-16"_s);
    Preset preset;
    bool isOurs = false;
    for (const QStringView whole : QStringView(*text).split(u'\n')) {
        const QStringView line = whole.trimmed();
        if (line.startsWith(u'[')) {
            isOurs = line.compare("[salon]"_L1, Qt::CaseInsensitive) == 0;
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        if (!isOurs || equals < 0 || line.startsWith(u';') || line.startsWith(u'#'))
            continue;
        if (const auto taken = take(preset, line.left(equals).trimmed(), line.mid(equals + 1).trimmed().toString());
            !taken)
            return tl::unexpected(taken.error());
    }
    return preset;
}

Preset readPreset(const QString &path)
{
    if (!QFileInfo::exists(path))
        return {};
    const auto preset = readSmallFile(path, MaxBytes).and_then(&parsePreset);
    if (!preset)
        qCWarning(salonUi).noquote() << "the preset is not used:" << path << preset.error().detail;
    return preset.value_or(Preset{});
}

} // namespace salon
