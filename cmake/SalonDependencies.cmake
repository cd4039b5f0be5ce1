# SPDX-FileCopyrightText: 2026 The Salon developers
# SPDX-License-Identifier: Apache-2.0

# Everything Salon takes from others beside Qt, each behind one target name.
find_package(tl-expected REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(libedit IMPORTED_TARGET libedit)
find_package(Qt6Keychain QUIET)

# The system's own Python first: a distribution's python3-cbor2, which the example client needs, belongs to that one.
if(SALON_BUILD_TESTS)
  find_program(SALON_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH DOC "Python 3 for the tests")
  find_program(SALON_PYTHON NAMES python3 python)
endif()
