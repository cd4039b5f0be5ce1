// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <memory>

struct evp_md_ctx_st;

namespace salon {

/// SHA-256 of what is added piece by piece, as fast as the processor can (QCryptographicHash uses none of its help).
class RunningHash
{
public:
    RunningHash();
    ~RunningHash();
    RunningHash(RunningHash &&) noexcept;
    RunningHash &operator=(RunningHash &&) noexcept;

    void add(QByteArrayView bytes);
    /// The 32 bytes; nothing may be added any more.
    [[nodiscard]] QByteArray result();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace salon
