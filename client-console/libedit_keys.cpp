// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/libedit_keys.h"

#include <algorithm>
#include <array>

namespace salon::console {
namespace {

struct Binding
{
    const wchar_t *key; ///< as libedit writes it
    const wchar_t *command;
};

/// Escape sequences, as terminals differ in them.
constexpr std::array Sequences{
    Binding{ L"\\e[A", L"ed-prev-history" },
    Binding{ L"\\eOA", L"ed-prev-history" },
    Binding{ L"\\e[B", L"ed-next-history" },
    Binding{ L"\\eOB", L"ed-next-history" },
    Binding{ L"\\e[C", L"ed-next-char" },
    Binding{ L"\\eOC", L"ed-next-char" },
    Binding{ L"\\e[D", L"ed-prev-char" },
    Binding{ L"\\eOD", L"ed-prev-char" },
    Binding{ L"\\e[H", L"ed-move-to-beg" },
    Binding{ L"\\eOH", L"ed-move-to-beg" },
    Binding{ L"\\e[1~", L"ed-move-to-beg" },
    Binding{ L"\\e[7~", L"ed-move-to-beg" },
    Binding{ L"\\e[F", L"ed-move-to-end" },
    Binding{ L"\\eOF", L"ed-move-to-end" },
    Binding{ L"\\e[4~", L"ed-move-to-end" },
    Binding{ L"\\e[8~", L"ed-move-to-end" },
    Binding{ L"\\e[3~", L"ed-delete-next-char" },
    Binding{ L"\\e[1;5C", L"em-next-word" },
    Binding{ L"\\e[1;3C", L"em-next-word" },
    Binding{ L"\\e[1;5D", L"ed-prev-word" },
    Binding{ L"\\e[1;3D", L"ed-prev-word" },
};

/// Single keys. Nothing that would read more than its own key.
constexpr std::array Keys{
    Binding{ L"^I", L"salon-complete" },
    Binding{ L"^R", L"ed-search-prev-history" }, // the line before that holds what is typed
    Binding{ L"^V", L"ed-unassigned" },
    Binding{ L"\\ex", L"ed-unassigned" }, // commands of libedit by name
    Binding{ L"\\eX", L"ed-unassigned" },
};

bool isSequence(const std::wstring &key)
{
    return key.size() > 2 && key[0] == L'\033' && (key[1] == L'[' || key[1] == L'O');
}

bool isKnown(const std::wstring &sequence)
{
    return std::any_of(Sequences.begin(), Sequences.end(),
        [&](const Binding &binding) { return sequence.compare(1, std::wstring::npos, binding.key + 2) == 0; });
}

} // namespace

void bindKeys(EditLine *editor)
{
    for (const Binding &binding : Sequences)
        ::el_wset(editor, EL_BIND, binding.key, binding.command, nullptr);
    for (const Binding &binding : Keys)
        ::el_wset(editor, EL_BIND, binding.key, binding.command, nullptr);
}

bool isUnknownSequence(const std::wstring &key)
{
    return isSequence(key) && !isKnown(key);
}

} // namespace salon::console
