// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/look_alike.h"

#include <unicode/uchar.h>
#include <unicode/uspoof.h>
#include <unicode/uversion.h>

namespace salon {

struct LookAlike::Checker
{
    Checker()
        : handle(uspoof_open(&status))
    {
        uspoof_setChecks(handle, USPOOF_RESTRICTION_LEVEL, &status);
        uspoof_setRestrictionLevel(handle, USPOOF_HIGHLY_RESTRICTIVE);
    }
    ~Checker() { uspoof_close(handle); }
    Q_DISABLE_COPY_MOVE(Checker)

    UErrorCode status = U_ZERO_ERROR;
    USpoofChecker *handle;

    /// Until nothing changes any more, so that a skeleton is its own skeleton.
    [[nodiscard]] QString skeleton(const QString &name) const
    {
        QString current = name;
        for (int round = 0; round < 4; ++round) {
            const QString next = skeletonOnce(current).normalized(QString::NormalizationForm_KC).toCaseFolded();
            if (next == current)
                break;
            current = next;
        }
        return current;
    }

    [[nodiscard]] QString skeletonOnce(const QString &name) const
    {
        const auto *source = reinterpret_cast<const UChar *>(name.utf16());
        QString result(name.size() * 4 + 16, Qt::Uninitialized);
        UErrorCode error = U_ZERO_ERROR;
        auto length = uspoof_getSkeleton(handle, 0, source, int32_t(name.size()),
            reinterpret_cast<UChar *>(result.data()), int32_t(result.size()), &error);
        if (error == U_BUFFER_OVERFLOW_ERROR) {
            result.resize(length);
            error = U_ZERO_ERROR;
            length = uspoof_getSkeleton(handle, 0, source, int32_t(name.size()),
                reinterpret_cast<UChar *>(result.data()), int32_t(result.size()), &error);
        }
        if (U_FAILURE(error))
            return name;
        result.truncate(length);
        return result;
    }
};

LookAlike::LookAlike()
    : m_checker(std::make_unique<Checker>())
{
}

LookAlike::~LookAlike() = default;

QList<QString> LookAlike::skeletons(const QString &name) const
{
    const QString plain = name.normalized(QString::NormalizationForm_KC).simplified();
    const QString asWritten = m_checker->skeleton(plain);
    const QString folded = m_checker->skeleton(plain.toCaseFolded());
    return asWritten == folded ? QList<QString>{ asWritten } : QList<QString>{ asWritten, folded };
}

QList<QString> LookAlike::skeletonsOfAll(const QList<QString> &names) const
{
    QList<QString> all;
    for (const QString &name : names) {
        for (const QString &skeleton : skeletons(name)) {
            if (!all.contains(skeleton))
                all.append(skeleton);
        }
    }
    return all;
}

bool LookAlike::mixesScripts(const QString &name) const
{
    UErrorCode error = U_ZERO_ERROR;
    const auto found = uspoof_check2(
        m_checker->handle, reinterpret_cast<const UChar *>(name.utf16()), int32_t(name.size()), nullptr, &error);
    return U_FAILURE(error) || (found & USPOOF_RESTRICTION_LEVEL) != 0;
}

QString LookAlike::unicodeVersion()
{
    UVersionInfo version{};
    u_getUnicodeVersion(version);
    char text[U_MAX_VERSION_STRING_LENGTH] = {};
    u_versionToString(version, text);
    return QString::fromLatin1(text);
}

} // namespace salon
