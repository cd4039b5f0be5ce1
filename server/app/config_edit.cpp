// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/config_edit.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

struct ConfigEditText
{
    Q_DECLARE_TR_FUNCTIONS(ConfigEditText)
};

QByteArray tomlText(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return '"' + escaped.toUtf8() + '"';
}

QByteArray tomlList(const QStringList &texts)
{
    QByteArrayList items;
    for (const QString &text : texts)
        items.append(tomlText(text));
    return '[' + items.join(", ") + ']';
}

/// The line of the key, or its line that is commented out, or a new one in front of the first table.
QByteArray withSetting(const QByteArray &text, const QByteArray &key, const QByteArray &value)
{
    QByteArrayList lines = text.split('\n');
    qsizetype end = lines.size(); // of the settings that belong to no table
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).trimmed().startsWith('[')) {
            end = i;
            break;
        }
    }
    const QByteArray line = key + " = " + value;
    for (const bool commented : { false, true }) {
        for (qsizetype i = 0; i < end; ++i) {
            QByteArray found = lines.at(i).trimmed();
            if (commented && found.startsWith('#'))
                found.remove(0, 1);
            if (found.startsWith(key) && found.mid(key.size()).trimmed().startsWith('=')) {
                lines[i] = line;
                return lines.join('\n');
            }
        }
    }
    lines.insert(end, line);
    if (end == lines.size() - 1)
        lines.append(QByteArray());
    return lines.join('\n');
}

} // namespace

ConfigResult<QByteArray> editedConfigText(const QByteArray &text, const Config &config)
{
    Config now;
    if (auto read = readConfigText(now, text, {}); !read)
        return tl::unexpected(read.error());
    QByteArray edited = text;
    if (now.name != config.name)
        edited = withSetting(edited, "name", tomlText(config.name));
    if (now.listen != config.listen)
        edited = withSetting(edited, "listen", tomlList(config.listen));
    if (now.publicAddress != config.publicAddress)
        edited = withSetting(edited, "public_address", tomlText(config.publicAddress));
    if (now.registration != config.registration)
        edited = withSetting(edited, "registration", tomlText(config.registration));

    // A file that somebody wrote in another way than ours could have become something else.
    now.name = config.name;
    now.listen = config.listen;
    now.publicAddress = config.publicAddress;
    now.registration = config.registration;
    Config then;
    if (!readConfigText(then, edited, {}) || then != now)
        return tl::unexpected(ConfigProblem{
            ConfigEditText::tr("The file is written in a way that cannot be changed here; change it by hand.") });
    return edited;
}

} // namespace salon::server
