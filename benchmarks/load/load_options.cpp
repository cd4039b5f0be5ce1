// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "benchmarks/load/load_options.h"

#include "shared/transport/endpoint.h"

#include <QCommandLineParser>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace salon::load {
namespace {

bool refuse(const QString &why)
{
    std::fprintf(stderr, "salon-load: %s\n", qPrintable(why));
    return false;
}

template <class T>
bool read(const QCommandLineParser &parser, const QString &name, T &value, double least, double most)
{
    if (!parser.isSet(name))
        return true;
    bool ok = false;
    const double number = parser.value(name).toDouble(&ok);
    if (!ok || number < least || number > most)
        return refuse(u"--%1 is a number from %2 to %3"_s.arg(name).arg(least).arg(most));
    value = T(number);
    return true;
}

bool check(const LoadOptions &options)
{
    if (!Endpoint::tcp(options.link.host, options.link.port).isLoopback())
        return refuse(u"only servers on this machine are loaded"_s);
    if (options.members + options.idle > LoadOptions::MaxConnections)
        return refuse(u"at most %1 connections"_s.arg(LoadOptions::MaxConnections));
    if (options.senders > options.members)
        return refuse(u"senders are members: --senders must not be more than --members"_s);
    return true;
}

} // namespace

std::optional<LoadOptions> readLoadOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Loads a Salon server on this machine and measures it. The server must let "
                                     "everybody in and limit nothing (benchmarks/run.sh shows how)."_s);
    parser.addHelpOption();
    parser.addOptions({ { u"link"_s, u"Join link of the server."_s, u"LINK"_s },
        { u"pid"_s, u"The server's process, to measure it."_s, u"PID"_s },
        { u"members"_s, u"Connections in the room."_s, u"N"_s },
        { u"no-follow"_s, u"Members do not hear the room; only acknowledgements count."_s },
        { u"senders"_s, u"How many of them send."_s, u"S"_s },
        { u"window"_s, u"Messages of one sender on the way."_s, u"W"_s },
        { u"rate"_s, u"Messages a second, all senders together; 0: as fast as the window allows."_s, u"R"_s },
        { u"bytes"_s, u"Bytes of a message."_s, u"B"_s }, { u"idle"_s, u"Idle connections beside."_s, u"N"_s },
        { u"seconds"_s, u"How long to measure."_s, u"T"_s }, { u"warm-up"_s, u"How long to run before."_s, u"T"_s },
        { u"label"_s, u"Name of the run in the output."_s, u"TEXT"_s } });
    if (!parser.parse(arguments)) {
        refuse(parser.errorText());
        return {};
    }
    if (parser.isSet(u"help"_s)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return {};
    }
    LoadOptions options;
    const auto link = JoinLink::parse(parser.value(u"link"_s));
    if (!link) {
        refuse(u"--link must be the server's join link"_s);
        return {};
    }
    options.link = *link;
    options.follow = !parser.isSet(u"no-follow"_s);
    options.label = parser.value(u"label"_s);
    const bool ok = read(parser, u"pid"_s, options.processId, 0, 1e9)
        && read(parser, u"members"_s, options.members, 1, LoadOptions::MaxConnections)
        && read(parser, u"senders"_s, options.senders, 1, LoadOptions::MaxConnections)
        && read(parser, u"window"_s, options.window, 1, 16) && read(parser, u"rate"_s, options.rate, 0, 100'000)
        && read(parser, u"bytes"_s, options.bytes, 40, 16'000)
        && read(parser, u"idle"_s, options.idle, 0, LoadOptions::MaxConnections)
        && read(parser, u"seconds"_s, options.seconds, 0.1, LoadOptions::MaxSeconds)
        && read(parser, u"warm-up"_s, options.warmUpSeconds, 0, LoadOptions::MaxSeconds) && check(options);
    return ok ? std::optional(options) : std::nullopt;
}

} // namespace salon::load
