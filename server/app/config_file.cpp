// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/config.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <toml++/toml.h>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

struct ConfigFileText
{
    Q_DECLARE_TR_FUNCTIONS(ConfigFileText)
};

constexpr qint64 MaxFileBytes = 1 << 20;

tl::unexpected<ConfigProblem> refuseAt(const QString &path, const toml::source_position &at, const QString &why)
{
    return tl::unexpected(
        ConfigProblem{ ConfigFileText::tr("%1, line %2: %3").arg(path, QString::number(at.line), why) });
}

QString toQString(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

const ConfigKey *findKey(const QString &path)
{
    for (const ConfigKey &key : configKeys()) {
        if (path == QLatin1StringView(key.path))
            return &key;
    }
    return nullptr;
}

bool hasKeysBelow(const QString &path)
{
    const auto keys = configKeys();
    return std::any_of(keys.begin(), keys.end(),
        [&](const ConfigKey &key) { return QLatin1StringView(key.path).startsWith(path + u'.'); });
}

/// The value as text when its TOML type is the one that the key wants.
std::optional<QString> valueText(const toml::node &node, const ConfigKey &key)
{
    if (std::holds_alternative<QString Config::*>(key.member) && node.is_string())
        return toQString(node.as_string()->get());
    if (std::holds_alternative<qint64 Config::*>(key.member) && node.is_integer())
        return QString::number(node.as_integer()->get());
    if (std::holds_alternative<bool Config::*>(key.member) && node.is_boolean())
        return node.as_boolean()->get() ? u"true"_s : u"false"_s;
    return {};
}

/// A list, or one text that stands for a list of one.
std::optional<QStringList> valueList(const toml::node &node)
{
    if (node.is_string())
        return QStringList{ toQString(node.as_string()->get()) };
    if (!node.is_array())
        return {};
    QStringList list;
    for (const toml::node &item : *node.as_array()) {
        if (!item.is_string())
            return {};
        list.append(toQString(item.as_string()->get()));
    }
    return list;
}

ConfigResult<> readNode(Config &config, const QString &key, const toml::node &node, const QString &path)
{
    const ConfigKey *known = findKey(key);
    const auto &at = node.source().begin;
    if (!known)
        return refuseAt(path, at, ConfigFileText::tr("There is no setting named “%1”.").arg(key));
    if (auto *list = std::get_if<QStringList Config::*>(&known->member)) {
        const auto values = valueList(node);
        if (!values)
            return refuseAt(path, at, ConfigFileText::tr("%1 must be a list of texts.").arg(key));
        config.*(*list) = *values;
        return {};
    }
    const auto text = valueText(node, *known);
    if (!text)
        return refuseAt(path, at, ConfigFileText::tr("The value of %1 has the wrong type.").arg(key));
    if (auto set = setConfigKey(config, key, *text); !set)
        return refuseAt(path, at, set.error().sentence);
    return {};
}

ConfigResult<> readTable(Config &config, const QString &prefix, const toml::table &table, const QString &path)
{
    for (const auto &[name, node] : table) {
        const QString key = prefix + QString::fromUtf8(name.data(), qsizetype(name.str().size()));
        const bool isGroup = node.is_table() && (prefix.isEmpty() || hasKeysBelow(key));
        const auto read
            = isGroup ? readTable(config, key + u'.', *node.as_table(), path) : readNode(config, key, node, path);
        if (!read)
            return read;
    }
    return {};
}

} // namespace

ConfigResult<> readConfigText(Config &config, const QByteArray &toml, const QString &path)
{
    try {
        const toml::table table = toml::parse(std::string_view(toml.constData(), size_t(toml.size())));
        return readTable(config, {}, table, path);
    } catch (const toml::parse_error &error) {
        return refuseAt(path, error.source().begin,
            ConfigFileText::tr("This is not valid TOML (%1).")
                .arg(QString::fromUtf8(error.description().data(), qsizetype(error.description().size()))));
    }
}

ConfigResult<> readConfigFile(Config &config, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > MaxFileBytes) {
        return tl::unexpected(ConfigProblem{
            ConfigFileText::tr("The configuration file %1 cannot be read: %2.")
                .arg(path, file.isOpen() ? ConfigFileText::tr("it is too large") : file.errorString()) });
    }
    return readConfigText(config, file.readAll(), path);
}

} // namespace salon::server
