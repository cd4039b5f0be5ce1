// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/running_hash.h"

#include <QtGlobal>
#include <openssl/evp.h>

namespace salon {

void RunningHash::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

RunningHash::RunningHash()
    : m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
        qFatal("OpenSSL has no SHA-256");
}

RunningHash::~RunningHash() = default;
RunningHash::RunningHash(RunningHash &&) noexcept = default;
RunningHash &RunningHash::operator=(RunningHash &&) noexcept = default;

void RunningHash::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.constData(), size_t(bytes.size()));
}

QByteArray RunningHash::result()
{
    QByteArray hash(32, Qt::Uninitialized);
    EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(hash.data()), nullptr);
    return hash;
}

} // namespace salon
