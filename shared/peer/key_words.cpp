// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/key_words.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr QStringView Consonants = u"bdfgklmnprstvz";
constexpr QStringView Vowels = u"aiou";
constexpr int Rounds = 65'536;
constexpr int Words = 4;
constexpr int BitsPerWord = 11;
constexpr int HashedBits = 64; ///< of which the first 44 are used

/// Nobody wants to read these aloud.
const QStringList &leftOut()
{
    static const QStringList words{ u"fofo"_s, u"kaka"_s, u"kiki"_s, u"kuku"_s, u"nazi"_s, u"pipi"_s, u"popo"_s,
        u"zizi"_s };
    return words;
}

} // namespace

const QStringList &keyWordList()
{
    static const QStringList list = [] {
        QStringList words;
        for (const QChar first : Consonants) {
            for (const QChar second : Vowels) {
                for (const QChar third : Consonants) {
                    for (const QChar fourth : Vowels) {
                        const QString word = QString(first) + second + third + fourth;
                        if (words.size() < KeyWordCount && !leftOut().contains(word))
                            words.append(word);
                    }
                }
            }
        }
        return words;
    }();
    return list;
}

QStringList keyWords(const QByteArray &publicKey)
{
    QByteArray hash = QByteArrayLiteral("salon key words 1\n") + publicKey;
    for (int round = 0; round < Rounds; ++round)
        hash = QCryptographicHash::hash(hash, QCryptographicHash::Sha256);
    quint64 bits = 0;
    for (int i = 0; i < HashedBits / 8; ++i)
        bits = bits << 8 | quint8(hash[i]);
    QStringList words;
    for (int i = 1; i <= Words; ++i)
        words.append(keyWordList().at(qsizetype(bits >> (HashedBits - i * BitsPerWord) & (KeyWordCount - 1))));
    return words;
}

} // namespace salon
