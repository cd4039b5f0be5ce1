// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// GCC for Windows (GCC PR 83562): the memory of a thread's thread_local variables is freed before their destructors
// run, Qt's among them, because the key of the one is made before that of the other, and keys are destroyed in the
// order of their making. So the key of the destructors is made here, before main() and before any such variable is
// used. Linked into every program by shared/base/CMakeLists.txt; tests/unit/base/tst_thread_exit holds it to that.

extern "C" {

/// Of libstdc++: what runs when this thread ends. Its first call makes the key.
int __cxa_thread_atexit(void (*destructor)(void *), void *object, void *dso); // NOLINT: the name is not ours

/// What the linker looks for, so that this file is in the program.
extern const int salonThreadExitOrder;
const int salonThreadExitOrder = 1;
}

namespace {

void nothing(void *)
{
}

__attribute__((constructor(101))) void makeKeyFirst() // as early as programs may
{
    __cxa_thread_atexit(&nothing, nullptr, nullptr);
}

} // namespace
