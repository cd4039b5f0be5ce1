// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/files/file_kind.h"

#include "shared/base/file_name.h"

#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr quint32 MaxSide = 30'000;

QString extensionOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot < 0 ? QString() : name.mid(dot + 1).toLower();
}

/// Systems run these, or show them with scripts inside, when they are opened.
const QSet<QString> &dangerousExtensions()
{
    static const QSet<QString> all{ u"action"_s, u"ade"_s, u"adp"_s, u"apk"_s, u"app"_s, u"appimage"_s,
        u"application"_s, u"appref-ms"_s, u"appx"_s, u"bas"_s, u"bash"_s, u"bat"_s, u"bin"_s, u"chm"_s, u"class"_s,
        u"cmd"_s, u"com"_s, u"command"_s, u"cpl"_s, u"csh"_s, u"deb"_s, u"desktop"_s, u"dll"_s, u"dmg"_s, u"docm"_s,
        u"dotm"_s, u"elf"_s, u"exe"_s, u"fish"_s, u"flatpakref"_s, u"gadget"_s, u"hta"_s, u"htm"_s, u"html"_s, u"img"_s,
        u"inf"_s, u"ins"_s, u"iso"_s, u"isp"_s, u"jar"_s, u"jnlp"_s, u"js"_s, u"jse"_s, u"ksh"_s, u"library-ms"_s,
        u"lnk"_s, u"mde"_s, u"mht"_s, u"mhtml"_s, u"mjs"_s, u"msc"_s, u"msi"_s, u"msix"_s, u"msp"_s, u"mst"_s, u"out"_s,
        u"pif"_s, u"pkg"_s, u"pl"_s, u"potm"_s, u"ppam"_s, u"ppsm"_s, u"pptm"_s, u"prg"_s, u"ps1"_s, u"ps1xml"_s,
        u"ps2"_s, u"psc1"_s, u"psd1"_s, u"psm1"_s, u"py"_s, u"pyc"_s, u"pyw"_s, u"pyz"_s, u"rb"_s, u"reg"_s, u"rpm"_s,
        u"run"_s, u"scf"_s, u"scr"_s, u"sct"_s, u"search-ms"_s, u"settingcontent-ms"_s, u"sh"_s, u"shb"_s, u"shs"_s,
        u"shtml"_s, u"sldm"_s, u"snap"_s, u"so"_s, u"svg"_s, u"svgz"_s, u"swf"_s, u"sys"_s, u"terminal"_s, u"theme"_s,
        u"tool"_s, u"url"_s, u"vb"_s, u"vbe"_s, u"vbs"_s, u"vhd"_s, u"vhdx"_s, u"webloc"_s, u"website"_s, u"workflow"_s,
        u"ws"_s, u"wsc"_s, u"wsf"_s, u"wsh"_s, u"xap"_s, u"xbap"_s, u"xhtml"_s, u"xlam"_s, u"xll"_s, u"xlsm"_s,
        u"xltm"_s, u"xml"_s, u"xsl"_s, u"zsh"_s };
    return all;
}

bool isImageType(const QString &mediaType)
{
    return mediaType.isEmpty() || mediaType == "image/png"_L1 || mediaType == "image/jpeg"_L1
        || mediaType == "image/gif"_L1 || mediaType == "image/webp"_L1;
}

} // namespace

bool isImage(const FileEntry &file)
{
    static const QSet<QString> extensions{ u"png"_s, u"jpg"_s, u"jpeg"_s, u"jpe"_s, u"jfif"_s, u"gif"_s, u"webp"_s };
    const bool hasSize = file.width > 0 && file.height > 0 && file.width <= MaxSide && file.height <= MaxSide
        && qint64(file.width) * file.height <= MaxImagePixels;
    return hasSize && isImageType(file.mediaType) && extensions.contains(extensionOf(shownName(file)));
}

bool isDangerousName(const QString &name)
{
    const QString extension = extensionOf(safeFileName(name));
    return extension.isEmpty() || dangerousExtensions().contains(extension);
}

bool isDangerous(const FileEntry &file)
{
    static const QSet<QString> types{ u"application/x-desktop"_s, u"application/x-executable"_s,
        u"application/x-sharedlib"_s, u"application/x-shellscript"_s, u"application/x-msdownload"_s,
        u"application/x-ms-dos-executable"_s, u"application/vnd.microsoft.portable-executable"_s,
        u"application/java-archive"_s, u"application/vnd.android.package-archive"_s, u"application/javascript"_s,
        u"text/javascript"_s, u"text/html"_s, u"application/xhtml+xml"_s, u"image/svg+xml"_s };
    return isDangerousName(file.name) || types.contains(file.mediaType.toLower());
}

QString sizeText(quint64 bytes)
{
    return QLocale().formattedDataSize(
        qint64(qMin(bytes, quint64(std::numeric_limits<qint64>::max()))), 1, QLocale::DataSizeTraditionalFormat);
}

QString shownName(const FileEntry &file)
{
    return safeFileName(file.name);
}

} // namespace salon
